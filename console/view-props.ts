import type { ConsoleState } from "./state.ts";

export interface ViewProps {
    state: ConsoleState;
    token: string;
}

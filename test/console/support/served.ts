import type { ActionAnswer, ConsoleState } from "../../../console/state.ts";
import { newToken } from "../../../operations/console/access.ts";
import { pageFiles } from "../../../operations/console/page-files.ts";
import { portOf, serveConsole } from "../../../operations/console/server.ts";
import { recordedDashboard } from "./recorded-dashboard.ts";
import { recordedState } from "./recorded-state.ts";

export interface Served {
    origin: string;
    token: string;
    /** Shows another state to who has the page open. */
    show(more: Partial<ConsoleState>): void;
    /** What the page asked to have done. */
    asked: { action: string; given: unknown }[];
    close(): void;
}

/** The console's own server and page, with a recorded state behind. */
export async function served(answer: ActionAnswer = { done: true, text: "1 of 1 decisions stand." }): Promise<Served> {
    const token = newToken();
    const asked: Served["asked"] = [];
    let state = recordedState();
    let waiting: (() => void)[] = [];
    const action = (name: string) => async (given: unknown) => {
        asked.push({ action: name, given });
        return answer;
    };
    const server = await serveConsole({
        token,
        files: await pageFiles(),
        ports: {
            async stateAfter(version, gone) {
                if (state.version === version) {
                    await new Promise<void>((resolve) => {
                        waiting.push(resolve);
                        gone.addEventListener("abort", () => resolve(), { once: true });
                    });
                }
                return state;
            },
            dashboard: async (chosen) => recordedDashboard(chosen),
            actions: new Map([
                ["decisions", action("decisions")],
                ["approvals", action("approvals")],
                ["checks", action("checks")],
                ["replays", action("replays")],
            ]),
        },
    });
    return {
        origin: `http://127.0.0.1:${portOf(server)}`,
        token,
        asked,
        show(more) {
            state = { ...state, ...more, version: state.version + 1 };
            const told = waiting;
            waiting = [];
            for (const resolve of told) resolve();
        },
        close() {
            server.close();
            server.closeAllConnections();
        },
    };
}

import type { Properties } from "../../store/value.ts";
import type { Registered, Registrar } from "./registrar.ts";

/** What a component made: itself, and its outputs with the resources that each of them comes from. */
export interface Constructed {
    readonly component: Registered;
    readonly outputs: Properties;
    readonly madeFrom: Readonly<Record<string, readonly Registered[]>>;
}

/** Builds a component that lives in a provider: registers its children with the engine, as the real one does. */
export type Component = (name: string, args: Properties, registrar: Registrar) => Promise<Constructed>;

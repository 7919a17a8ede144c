import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";

/** A resource as the engine plans it in an offline preview, where every value is known. */
export interface Planned {
    urn: string;
    type: string;
    name: string;
    /** URN of the component it belongs to. */
    parent?: string;
    protect?: boolean;
    /** False for components, which have no inputs of their own. */
    custom?: boolean;
    id: string;
    /** What the program says; defaults and names made by Pulumi are left out. */
    inputs: Record<string, unknown>;
    /** Names that Pulumi made up for this run, by property. */
    generated: Record<string, string>;
    outputs: Record<string, unknown>;
}

/** A resource as a state has it, with the names of the inputs that are defaults among the inputs. */
export interface Stated extends Pick<Planned, "urn" | "type" | "parent" | "protect" | "custom"> {
    id?: string;
    inputs?: Record<string, unknown>;
    outputs?: Record<string, unknown>;
}

/** The resource that an event of the engine tells of, once all of it is known. */
export function plannedIn(event: EngineEvent): Planned | undefined {
    const told = event.resOutputsEvent?.metadata;
    // The typings of the Automation API leave out what the engine has to say about the state itself.
    const state = told?.new as Partial<Stated> | null | undefined;
    return told && state ? plannedOf({ ...state, urn: told.urn, type: told.type }) : undefined;
}

/** The resource that has this state; nothing for the stack itself. */
export function plannedOf(state: Stated): Planned | undefined {
    if (state.type === "pulumi:pulumi:Stack") return undefined;
    const { __defaults: defaults, ...inputs } = state.inputs ?? {};
    const byDefault = new Set(Array.isArray(defaults) ? defaults : []);
    const entries = Object.entries(inputs);
    return {
        urn: state.urn,
        type: state.type,
        name: nameOf(state.urn),
        ...(state.parent && { parent: state.parent }),
        protect: state.protect ?? false,
        custom: state.custom ?? false,
        id: state.id ?? "",
        inputs: Object.fromEntries(entries.filter(([property]) => !byDefault.has(property))),
        generated: Object.fromEntries(
            entries.flatMap(([property, value]) =>
                byDefault.has(property) && typeof value === "string" ? [[property, value]] : [],
            ),
        ),
        outputs: state.outputs ?? {},
    };
}

/** The name in a URN. */
export function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? urn;
}

/** The last part of a type token and the name, such as `Queue::bulk`. */
export function labelOf({ type, name }: Pick<Planned, "type" | "name">): string {
    return `${type.split(":").at(-1)}::${name}`;
}

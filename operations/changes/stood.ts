import type { Known } from "../../local/in-process/resources.ts";
import type { Properties } from "../../local/store/value.ts";
import { plannedOf } from "../baselines/planned.ts";
import type { Stood } from "./change.ts";
import { hidden } from "./hidden.ts";

const STACK = "pulumi:pulumi:Stack";

export function isStack({ type }: { readonly type: string }): boolean {
    return type === STACK;
}

/** A resource as a program registered it in process, fit to be shown. */
export function stoodFrom(known: Known): Stood {
    const planned = plannedOf({
        ...known,
        protect: known.protect ?? false,
        inputs: shown(known.inputs),
        outputs: shown(known.outputs),
    });
    if (planned === undefined) throw new Error(`${known.urn} is the stack itself`);
    const dependencies = [...new Set(Object.values(known.propertyDependencies).flat())];
    return { ...planned, retainOnDelete: known.retainOnDelete, dependencies };
}

function shown(properties: Properties): Record<string, unknown> {
    return hidden(properties) as Record<string, unknown>;
}

import type { Properties } from "../../store/value.ts";
import type { Shape } from "./shape.ts";
import { valueFault } from "./value-fault.ts";

export interface ObjectFault {
    /** Of the property below the object; none where the object itself is meant. */
    readonly name?: string;
    readonly reason: string;
}

/** Names that the model does not know, what is missing, and what does not go together. */
export function objectFaults(shape: Shape, value: Properties): ObjectFault[] {
    const faults: ObjectFault[] = [];
    if (shape.kind === "map") keyFaults(shape, value, faults);
    if (shape.kind !== "object") return faults;
    for (const name in value) {
        if (shape.properties?.[name] === undefined && !name.startsWith("__") && has(value, name)) {
            faults.push(unknownName(shape, name));
        }
    }
    for (const name of shape.required ?? []) if (!has(value, name)) faults.push({ name, reason: "is required" });
    if (shape.needs) needed(shape.needs, value, faults);
    if (shape.excludes) excluded(shape.excludes, value, faults);
    for (const set of shape.exactlyOne ?? []) {
        const given = set.filter((name) => has(value, name));
        if (given.length !== 1) faults.push({ reason: `must have exactly one of ${set.join(", ")}` });
    }
    for (const set of shape.atLeastOne ?? []) {
        if (!set.some((name) => has(value, name))) faults.push({ reason: `must have one of ${set.join(", ")}` });
    }
    return faults;
}

type Rules = NonNullable<Shape["needs"]>;

function needed(rules: Rules, value: Properties, faults: ObjectFault[]): void {
    for (const [name, others] of Object.entries(rules)) {
        for (const other of has(value, name) ? others : []) {
            if (!has(value, other)) faults.push({ name: other, reason: `is required where ${name} is given` });
        }
    }
}

function excluded(rules: Rules, value: Properties, faults: ObjectFault[]): void {
    for (const [name, others] of Object.entries(rules)) {
        for (const other of has(value, name) ? others : []) {
            if (has(value, other)) faults.push({ name, reason: `conflicts with ${other}` });
        }
    }
}

function keyFaults({ keys }: Shape, value: Properties, faults: ObjectFault[]): void {
    if (keys === undefined) return;
    for (const name in value) {
        const wrong = name.startsWith("__") ? undefined : valueFault(keys, name);
        if (wrong !== undefined) faults.push({ name, reason: `as a name ${wrong}` });
    }
}

function has(value: Properties, name: string): boolean {
    return value[name] !== undefined && value[name] !== null;
}

function unknownName({ properties = {} }: Shape, name: string): ObjectFault {
    const meant = Object.keys(properties).find((one) => one.toLowerCase() === name.toLowerCase());
    const hint = meant ? `: it is called ${meant}` : `; there are ${Object.keys(properties).slice(0, 12).join(", ")}`;
    return { name, reason: `is no property that the provider has${hint}` };
}

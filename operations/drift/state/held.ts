import type { Path } from "../../../local/store/paths.ts";
import { isSecret } from "../../../local/store/signatures.ts";
import { isObject, type Properties, type Value } from "../../../local/store/value.ts";
import type { StateResource } from "./deployment.ts";

/** A resource as one side has it, its secrets in the clear: never leave this process with them. */
export interface Held {
    readonly resource: StateResource;
    readonly inputs: Properties;
    readonly outputs: Properties;
    /** Where inputs or outputs are secret. */
    readonly secrets: readonly Path[];
}

/** Opens what `pulumi stack export --show-secrets` printed of one resource. */
export function held(resource: StateResource): Held {
    const secrets: Path[] = [];
    const open = (value: Value, path: Path): Value => {
        if (Array.isArray(value)) return value.map((item, index) => open(item, [...path, index]));
        if (!isObject(value)) return value;
        if (isSecret(value)) {
            secrets.push(path);
            return opened(value);
        }
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, open(inner, [...path, name])]));
    };
    const inputs = open(resource.inputs ?? {}, []) as Properties;
    const outputs = open(resource.outputs ?? {}, []) as Properties;
    return { resource, inputs, outputs, secrets };
}

function opened(secret: Properties): Value {
    const { plaintext } = secret;
    // A secret inside a secret is marked again.
    const value: Value = typeof plaintext === "string" ? (JSON.parse(plaintext) as Value) : null;
    return withoutMarks(value);
}

function withoutMarks(value: Value): Value {
    if (Array.isArray(value)) return value.map(withoutMarks);
    if (!isObject(value)) return value;
    if (isSecret(value)) return opened(value);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutMarks(inner)]));
}

/** Whether a path lies in something secret, or has something secret inside; whichever item of a list it is. */
export function touchesSecret(path: Path, secrets: readonly Path[]): boolean {
    return secrets.some((secret) => {
        const length = Math.min(secret.length, path.length);
        return secret.slice(0, length).every((step, index) => {
            const other = path[index];
            return step === other || (typeof step === "number" && typeof other === "number");
        });
    });
}

import { ARCHIVE, ASSET, signatureOf } from "../../../local/store/signatures.ts";
import { isObject, type Value } from "../../../local/store/value.ts";

/** Lists whose order means something; every other list that the clouds give back is a set. */
const ORDERED: ReadonlySet<string | undefined> = new Set([
    ...["layers", "containerArguments", "containerEntrypoints", "command", "entryPoint", "args"],
    // Of tables, whose files go by it.
    ...["columns", "partitionKeys"],
    // Of state machines: the first that fits decides.
    ...["Choices", "Catch", "Retry"],
]);

/** Whether a value says nothing: clouds and providers give back absent, null, empty, zero and off for each other. */
export function isEmpty(value: Value | undefined): boolean {
    if (value === undefined || value === null || value === "" || value === false || value === 0) return true;
    if (Array.isArray(value)) return value.every(isEmpty);
    return isObject(value) && Object.values(value).every(isEmpty);
}

/** Whether the list at this property is compared in its order. */
export function isOrdered(property: string | undefined): boolean {
    return ORDERED.has(property);
}

/**
 * The value without what is only a way to write it: documents in JSON by what they say, files by their hash, ids of Azure
 * and its regions without their case, a number or a truth as the text of itself.
 */
export function normalised(value: Value | undefined, property?: string): Value | undefined {
    if (typeof value === "string") return normalisedText(value, property);
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (!isObject(value)) return value;
    const signature = signatureOf(value);
    return signature === ASSET || signature === ARCHIVE ? { file: value.hash ?? null } : value;
}

function normalisedText(text: string, property: string | undefined): Value {
    const document = jsonDocument(text);
    if (document !== undefined) return document;
    if (property === "location") return text.toLowerCase().replaceAll(" ", "");
    if (/^\/subscriptions\//i.test(text)) return text.toLowerCase();
    if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return String(Date.parse(text));
    return text;
}

/** Policies, definitions and the like, which clouds keep by meaning, not by layout. */
export function jsonDocument(text: string): Value | undefined {
    if (!/^\s*[{[]/.test(text)) return undefined;
    try {
        const parsed = JSON.parse(text) as Value;
        return isObject(parsed) && "Statement" in parsed ? policy(parsed) : parsed;
    } catch {
        return undefined;
    }
}

/** A policy says the same with one text or a list of one, and with an account's number or the ARN of its root. */
function policy(value: Value, key?: string): Value {
    if (typeof value === "boolean" || typeof value === "number") return String(value);
    if (typeof value === "string") {
        return key === "AWS" && /^\d{12}$/.test(value) ? `arn:aws:iam::${value}:root` : value;
    }
    if (Array.isArray(value)) {
        const [only] = value;
        const lone = value.length === 1 && key !== "Statement" && only !== undefined && !isObject(only);
        return lone ? policy(only, key) : value.map((item) => policy(item, key));
    }
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([name, inner]): [string, Value] => [name, policy(inner, name)]);
    const { Statement, ...rest } = Object.fromEntries(entries);
    return isObject(Statement) ? { ...rest, Statement: [Statement] } : Object.fromEntries(entries);
}

/** A text that two values share exactly if they say the same. */
export function canonical(value: Value | undefined, property?: string): string {
    if (isEmpty(value)) return "";
    const plain = normalised(value, property);
    if (Array.isArray(plain)) {
        const items = plain.filter((item) => !isEmpty(item)).map((item) => canonical(item));
        return `[${(isOrdered(property) ? items : items.sort()).join(",")}]`;
    }
    if (!isObject(plain)) return JSON.stringify(plain);
    const names = Object.keys(plain).filter((name) => !name.startsWith("__") && !isEmpty(plain[name]));
    return `{${names.sort().map((name) => `${JSON.stringify(name)}:${canonical(plain[name], name)}`)}}`;
}

import type { ResourceRecord } from "../../../../policies/core/resource.ts";
import { type PlainNames, plainNames } from "./plain-names.ts";

/** A stack's resources, as whoever looks for permissions needs them. */
export interface Program {
    stack: string;
    /** AWS region of its things. */
    region: string;
    records: readonly ResourceRecord[];
    /** What another program of the account makes: the limit of every role. */
    beside: readonly ResourceRecord[];
    names: PlainNames;
    ofType(type: string): ResourceRecord[];
    /** The resource with this ARN, id or name. */
    find(type: string, identity: unknown): ResourceRecord | undefined;
    /** Logical name of the role with this ARN or name. */
    role(identity: unknown): string | undefined;
}

export function programOf(
    stack: string,
    records: readonly ResourceRecord[],
    beside: readonly ResourceRecord[] = [],
): Program {
    const ofType = (type: string) => records.filter((one) => one.type === type);
    const find = (type: string, identity: unknown) =>
        ofType(type).find(({ outputs = {} }) => {
            const names = [outputs.arn, outputs.id, outputs.name, outputs.bucket, outputs.url, outputs.dataSetId];
            return typeof identity === "string" && names.includes(identity);
        });
    return {
        ...{ stack, records, beside, ofType, find },
        region: text(ofType("aws:sqs/queue:Queue")[0]?.outputs, "arn").split(":")[3] ?? "",
        names: plainNames(stack, records),
        role: (identity) => find("aws:iam/role:Role", identity)?.name,
    };
}

/** A property of a resource by its path, or of anything inside it. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
    return path.reduce<unknown>(
        (holder, key) => (typeof holder === "object" && holder !== null ? Reflect.get(holder, key) : undefined),
        value,
    );
}

/** The same where a text is wanted. */
export function text(value: unknown, ...path: (string | number)[]): string {
    const found = at(value, ...path);
    return typeof found === "string" ? found : "";
}

/** The same where a list is wanted. */
export function list(value: unknown, ...path: (string | number)[]): unknown[] {
    const found = at(value, ...path);
    return Array.isArray(found) ? found : [];
}

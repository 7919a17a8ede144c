import * as types from "./types.ts";

/** Known to rules about policies, while nothing judges the rest of them. */
const IN_PART: readonly string[] = [
    types.ACCESS_POINT,
    types.ACCESS_POINT_POLICY,
    types.EXTERNAL_KEY,
    types.REPLICA_KEY,
];

/** Types that hold nothing to protect, with the reason; what they name is judged by `references-ours` as everywhere. */
export const HARMLESS: Readonly<Record<string, string>> = {
    "aws:kms/alias:Alias": "a name of a key; rules follow keys by their ARN",
    "aws:lambda/invocation:Invocation": "calls a function of the program, whose role decides what it may do",
    "aws:quicksight/group:Group": "a name, to which dashboards and rows are given by other resources",
    "aws:s3/bucketNotification:BucketNotification": "tells a queue of ours that an object came, without its content",
};

const decided: ReadonlySet<string> = new Set(
    [...Object.values(types).flat(), ...Object.keys(HARMLESS)].filter((type) => !IN_PART.includes(type)),
);

/** Whether the guardrails decide about all of this canonical type that matters: by a rule of its own, or by one about what it belongs to. */
export function isDecided(type: string): boolean {
    return decided.has(type);
}

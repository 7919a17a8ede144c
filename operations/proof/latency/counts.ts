/** What one caller asked of one operation. */
export interface Count {
    /** ARN of who asked, or `lambda:<function>` and `s3` for what these ask themselves. */
    caller: string;
    service: string;
    operation: string;
    requests: number;
    /** Of SQS: requests as they are billed, one for each 64 KB begun. */
    chunks?: number;
    /** Of DynamoDB: units of the table, and of its indexes. */
    readUnits?: number;
    writeUnits?: number;
    indexUnits?: number;
    items?: number;
    /** Of runs of a function: how long they took together. */
    milliseconds?: number;
}

/** What of a count adds up. */
const SUMS = ["requests", "chunks", "readUnits", "writeUnits", "indexUnits", "items", "milliseconds"] as const;

/** What the local gateway counted since its start. */
export async function countsSoFar(endpoint: string): Promise<Count[]> {
    const response = await fetch(`${endpoint}/_local/counts`);
    if (!response.ok) throw new Error(`The local services do not count: they answered ${response.status}.`);
    return (await response.json()) as Count[];
}

/** What was counted between the two. */
export function since(before: readonly Count[], after: readonly Count[]): Count[] {
    const known = new Map(before.map((count) => [keyOf(count), count]));
    return after.map((count) => {
        const earlier = known.get(keyOf(count));
        const sums = SUMS.map((field) => [field, (count[field] ?? 0) - (earlier?.[field] ?? 0)]);
        return { ...count, ...Object.fromEntries(sums) };
    });
}

function keyOf({ caller, service, operation }: Count): string {
    return `${caller} ${service} ${operation}`;
}

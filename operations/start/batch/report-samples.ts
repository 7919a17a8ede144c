import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import type { Clients } from "../../../local/services/clients.ts";
import { bucketOf } from "./buckets.ts";
import { functionOf, invoked } from "./functions.ts";

/** Days that were reported besides yesterday, both included, and why that failed where it did. */
export interface SamplesReported {
    from: string;
    to: string;
    fault?: string;
}

const DAY_MS = 24 * 60 * 60_000;
/** As many as `report` takes at once. */
const MOST_DAYS = 366;

/**
 * Has the days reported of which there are records, as a person has other days reported than yesterday: with the days in the
 * event. The workflow reports on yesterday, in which a platform that was made today had nothing. Undefined when there is no
 * record of a day that is over.
 */
export async function reportSamples(clients: Clients, now: Date): Promise<SamplesReported | undefined> {
    const period = periodIn(await recordedDays(clients), now);
    if (period === undefined) return undefined;
    const report = await functionOf(clients, "report");
    if (report === undefined) return { ...period, fault: "the platform has no function report" };
    const { failed, text } = await invoked(clients, report, period);
    return { ...period, ...(failed && { fault: text }) };
}

/** The first and the last of these days, as far as a report can be about them. */
export function periodIn(days: readonly string[], now: Date): SamplesReported | undefined {
    const yesterday = dayOf(now.getTime() - DAY_MS);
    const to = days
        .filter((day) => day <= yesterday)
        .sort()
        .at(-1);
    if (to === undefined) return undefined;
    const earliest = dayOf(Date.parse(to) - (MOST_DAYS - 1) * DAY_MS);
    const [from = to] = days.filter((day) => day >= earliest && day <= to).sort();
    return { from, to };
}

function dayOf(ms: number): string {
    return new Date(ms).toISOString().slice(0, 10);
}

/** Records lie in folders of the day of their transactions. */
async function recordedDays(clients: Clients): Promise<string[]> {
    const Bucket = await bucketOf(clients, "records");
    const folders: string[] = [];
    let ContinuationToken: string | undefined;
    do {
        const command = new ListObjectsV2Command({
            ...{ Bucket, Prefix: "transactions/date=", Delimiter: "/" },
            ...(ContinuationToken !== undefined && { ContinuationToken }),
        });
        const { CommonPrefixes = [], NextContinuationToken } = await clients.of(S3Client).send(command);
        folders.push(...CommonPrefixes.map(({ Prefix = "" }) => Prefix));
        ContinuationToken = NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return folders.flatMap((folder) => /date=(\d{4}-\d{2}-\d{2})\//.exec(folder)?.[1] ?? []);
}

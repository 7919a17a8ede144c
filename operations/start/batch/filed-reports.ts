import type { Clients } from "../../../local/services/clients.ts";
import { bucketOf, jsonObjects } from "./buckets.ts";

/** A report that was filed, with what it answers: the hash of a file says all that is in it. */
export interface FiledReport {
    report: string;
    from: string;
    to: string;
    files: { query: string; rows: number; sha256: string }[];
}

interface Manifest {
    report: string;
    period: { from: string; to: string };
    files: { query: string; rows: number; sha256: string }[];
}

export async function filedReports(clients: Clients): Promise<FiledReport[]> {
    const bucket = await bucketOf(clients, "reports");
    const manifests = await jsonObjects(clients, bucket, "reports/", /\/manifest-\d+\.json$/);
    return (manifests as unknown as Manifest[]).map(({ report, period, files }) => ({
        report,
        ...period,
        files: files.map(({ query, rows, sha256 }) => ({ query, rows, sha256 })),
    }));
}

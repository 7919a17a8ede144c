import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { SQSRecord } from "aws-lambda";
import { statementsOf } from "../../../functions/adapters/statements.ts";
import type { Warehouse } from "../../../functions/adapters/warehouse.ts";
import { KINDS, type Kind, sqlFile } from "../../../functions/load/kinds.ts";
import type { Ports, Settings } from "../../../functions/load/load.ts";
import { paths } from "../../../tools/paths.mjs";
import { sqsRecord } from "../support/sqs-record.ts";

const sqlOf = (kind: Kind) => readFileSync(path.join(paths.root, "analytics/warehouse", sqlFile(kind)), "utf8");

export const settings: Settings = {
    buckets: { transactions: "records", quarantine: "quarantine", "report-runs": "reports" },
    manifestsBucket: "manifests",
    copyRoleArn: "arn:aws:iam::111122223333:role/copy",
    statements: Object.fromEntries(
        KINDS.map((kind) => [kind, statementsOf(sqlOf(kind))]),
    ) as unknown as Settings["statements"],
};

/** A key as `score` makes it; a different one for each number. */
export function recordKey(number: number, date = "2026-10-08"): string {
    return `transactions/date=${date}/${createHash("sha256").update(String(number)).digest("hex")}.ndjson.gz`;
}

/** S3's message about new objects of a bucket. */
export function notification(keys: readonly string[], { bucket = "records", eventName = "ObjectCreated:Put" } = {}) {
    return JSON.stringify({
        Records: keys.map((key) => ({
            eventName,
            eventTime: "2026-10-08T10:00:01.000Z",
            s3: { bucket: { name: bucket }, object: { key: encodeURIComponent(key), size: 700, versionId: "v1" } },
        })),
    });
}

/** A message about one object each. */
export function messages(keys: readonly string[], receiveCount = 1, bucket = "records"): SQSRecord[] {
    return keys.map((key, index) => {
        const body = notification([key], { bucket });
        return sqsRecord({ messageId: `m-${index + 1}`, body, queue: "records", receiveCount });
    });
}

export interface Run {
    keys: string[];
    statements: readonly string[];
    token: string | undefined;
}

/** Ports on a warehouse that remembers what it was asked to run, and refuses what `refuse` throws at. */
export function world(refuse: (keys: string[]) => void = () => undefined) {
    const runs: Run[] = [];
    const manifests = new Map<string, string>();
    const warehouse: Warehouse = {
        async run(_, statements, token) {
            const [, manifest = ""] = /COPY arrived FROM 's3:\/\/manifests\/([^']+)'/.exec(statements.join("\n")) ?? [];
            const { entries } = JSON.parse(manifests.get(manifest) ?? "");
            const keys = entries.map(({ url }: { url: string }) => url.replace(/^s3:\/\/[^/]+\//, ""));
            runs.push({ keys, statements, token });
            refuse(keys);
        },
        rows: async () => [],
    };
    const ports: Ports = {
        warehouse,
        manifests: {
            async write(key, body) {
                manifests.set(key, String(body));
            },
        },
        clock: { hasTime: () => true },
        now: () => new Date("2026-10-08T10:00:05.678Z"),
    };
    return { ports, runs, manifests };
}

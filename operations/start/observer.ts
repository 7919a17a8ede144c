import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import type { Manifest } from "../../functions/contract/manifest.ts";
import type { QuarantineLine } from "../../functions/contract/quarantine.ts";
import type { Clients } from "../../local/services/clients.ts";
import { BucketReader } from "./bucket-reader.ts";
import { type Counts, countsOf } from "./counts.ts";
import { type LedgerCounts, readLedger } from "./ledger-reader.ts";
import type { OperatorInbox } from "./operator-inbox.ts";
import type { PlatformOutputs } from "./platform-outputs.ts";

/** Watches a running platform from outside: manifests, ledger, quarantine, parked messages, delivered alerts. */
export class Observer {
    /** The account of each unpacked file, by key. */
    readonly manifests = new Map<string, Manifest>();
    /** Live messages sent so far. */
    liveSent = 0;
    ledger: LedgerCounts = { scored: 0, underway: 0, duplicates: 0, alerted: [], delays: [] };
    private readonly reasons = new Map<string, string>();
    private parked = 0;
    private readonly dynamodb: DynamoDBClient;
    private readonly table: string;
    private readonly readers: Record<"manifests" | "quarantine" | "parked", BucketReader>;
    private readonly inbox: OperatorInbox;

    constructor(clients: Clients, outputs: PlatformOutputs, inbox: OperatorInbox) {
        const s3 = clients.of(S3Client);
        this.dynamodb = clients.of(DynamoDBClient);
        this.table = outputs.ledgerTable;
        this.inbox = inbox;
        this.readers = {
            manifests: new BucketReader(s3, outputs.manifestsBucket),
            quarantine: new BucketReader(s3, outputs.quarantineBucket, "rows/"),
            parked: new BucketReader(s3, outputs.parkedBucket),
        };
    }

    async look(): Promise<Counts> {
        const { manifests, quarantine, parked } = this.readers;
        const [newManifests, newLines, newParked, ledger] = await Promise.all([
            manifests.changed(),
            quarantine.changed(),
            parked.changed(),
            readLedger(this.dynamodb, this.table),
            this.inbox.empty(),
        ]);
        for (const text of newManifests) {
            const manifest: Manifest = JSON.parse(text);
            this.manifests.set(`${manifest.file}#${manifest.versionId}`, manifest);
        }
        for (const line of newLines.flatMap((text) => text.split("\n")).filter((text) => text !== "")) {
            const { origin, reason }: QuarantineLine = JSON.parse(line);
            this.reasons.set(origin, reason);
        }
        this.parked += newParked.length;
        this.ledger = ledger;
        return this.counts();
    }

    private counts(): Counts {
        const quarantined = new Map<string, number>();
        for (const reason of this.reasons.values()) quarantined.set(reason, (quarantined.get(reason) ?? 0) + 1);
        let filesIn = 0;
        for (const { rows, fault } of this.manifests.values()) filesIn += rows + (fault ? 1 : 0);
        const { liveSent, ledger, parked } = this;
        const alerts = this.inbox.alertedIds.size;
        return countsOf({ filesIn, liveSent, ledger, quarantined, deadLettered: parked, alerts });
    }
}

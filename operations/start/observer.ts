import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import type { Manifest } from "../../contract/files/manifest.ts";
import type { QuarantineLine } from "../../contract/files/quarantine.ts";
import type { Clients } from "../../local/services/clients.ts";
import { BucketReader } from "./bucket-reader.ts";
import { type Counts, countsOf } from "./counts.ts";
import { type FileFate, FileFates } from "./file-fates.ts";
import { type Flagged, flaggedIn } from "./flagged.ts";
import { emptyLedger, type LedgerCounts, readLedger } from "./ledger-reader.ts";
import type { OperatorInbox } from "./operator-inbox.ts";
import type { PlatformOutputs } from "./platform-outputs.ts";
import { type Loaded, readLoaded } from "./warehouse-reader.ts";

/** Longest time between two readings of the ledger, in milliseconds. */
const LEDGER_EVERY_MS = 30_000;
/** Refused units that are kept whole; of all others the reason is counted. */
const REFUSED_KEPT = 500;

/**
 * Watches a running platform from outside: manifests, records, quarantine, parked messages, delivered alerts, ledger,
 * warehouse.
 *
 * The ledger can only be read as a whole, which would slow down what it watches. So it is read when the rest has come
 * to a stop, and in between only now and then; so is the warehouse, which counts one thing after the other. On a machine
 * that is busy the rest seems to have stopped again and again, so reading never takes more than a third of the time.
 */
export class Observer {
    /** The account of each unpacked file, by key. */
    readonly manifests = new Map<string, Manifest>();
    /** Live messages sent so far. */
    liveSent = 0;
    ledger: LedgerCounts = emptyLedger();
    /** What the records say of each transaction that was an alert in one of them, by id. */
    readonly flagged = new Map<string, Flagged>();
    readonly fates = new FileFates();
    /** The newest refused units, the oldest first. */
    readonly refused: QuarantineLine[] = [];
    private looking: Promise<Counts> | undefined;
    private loaded: Loaded = { transactions: 0, refusals: 0 };
    private readonly recorded = new Set<string>();
    private lastSeen = "";
    private ledgerReadAt = Number.NEGATIVE_INFINITY;
    private ledgerReadMs = 0;
    private readonly reasons = new Map<string, string>();
    private parked = 0;
    private readonly dynamodb: DynamoDBClient;
    private readonly clients: Clients;
    private readonly table: string;
    private readonly workgroup: string;
    private readonly readers: Record<"manifests" | "records" | "quarantine" | "parked", BucketReader>;
    private readonly inbox: OperatorInbox;

    constructor(clients: Clients, outputs: PlatformOutputs, inbox: OperatorInbox) {
        const s3 = clients.of(S3Client);
        this.dynamodb = clients.of(DynamoDBClient);
        this.clients = clients;
        this.table = outputs.ledgerTable;
        this.workgroup = outputs.warehouseWorkgroup;
        this.inbox = inbox;
        this.readers = {
            manifests: new BucketReader(s3, outputs.manifestsBucket, { except: "loads/" }),
            records: new BucketReader(s3, outputs.recordsBucket, { prefix: "transactions/" }),
            quarantine: new BucketReader(s3, outputs.quarantineBucket, { prefix: "rows/" }),
            // `replayed/` holds the marks of messages that went back to work.
            parked: new BucketReader(s3, outputs.parkedBucket, { except: "replayed/" }),
        };
    }

    /** Who asks while somebody else looks gets the answer of that look. */
    look(): Promise<Counts> {
        this.looking ??= this.lookNow().finally(() => {
            this.looking = undefined;
        });
        return this.looking;
    }

    /** What became of the newest delivery of a file; undefined while it was not read to its end. */
    fateOf(key: string): FileFate | undefined {
        const ofKey = [...this.manifests.values()].filter(({ file }) => file === key);
        const newest = ofKey.sort((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1);
        return newest && this.fates.of(newest);
    }

    private async lookNow(): Promise<Counts> {
        const { manifests, records, quarantine, parked } = this.readers;
        const [newManifests, newRecords, newLines, newParked] = await Promise.all([
            manifests.changed(),
            records.changed(),
            quarantine.changed(),
            parked.changed(),
            this.inbox.empty(),
        ]);
        for (const text of newManifests) {
            const manifest: Manifest = JSON.parse(text);
            this.manifests.set(`${manifest.file}#${manifest.versionId}`, manifest);
        }
        for (const line of linesOf(newRecords)) {
            const record = JSON.parse(line);
            this.recorded.add(record.id);
            this.fates.noteRecorded(record);
            const flagged = flaggedIn(record);
            if (flagged) this.flagged.set(flagged.id, flagged);
        }
        for (const line of linesOf(newLines)) this.noteRefused(JSON.parse(line));
        this.parked += newParked.length;
        await this.readLedgerInTime();
        return this.counts();
    }

    /** A retry may write a line twice. */
    private noteRefused(line: QuarantineLine): void {
        if (!this.reasons.has(line.origin)) this.refused.push(line);
        if (this.refused.length > REFUSED_KEPT) this.refused.shift();
        this.reasons.set(line.origin, line.reason);
        this.fates.noteRefused(line);
    }

    private async readLedgerInTime(): Promise<void> {
        const { manifests, recorded, reasons, parked, inbox } = this;
        const seen = [manifests.size, recorded.size, reasons.size, parked, inbox.alertedIds.size].join();
        const quiet = seen === this.lastSeen;
        this.lastSeen = seen;
        const started = performance.now();
        if (started - this.ledgerReadAt < (quiet ? 2 * this.ledgerReadMs : LEDGER_EVERY_MS)) return;
        [this.ledger, this.loaded] = await Promise.all([
            readLedger(this.dynamodb, this.table),
            readLoaded(this.clients, this.workgroup),
        ]);
        this.ledgerReadAt = performance.now();
        this.ledgerReadMs = this.ledgerReadAt - started;
    }

    private counts(): Counts {
        const quarantined = new Map<string, number>();
        for (const reason of this.reasons.values()) quarantined.set(reason, (quarantined.get(reason) ?? 0) + 1);
        let filesIn = 0;
        for (const { rows, fault } of this.manifests.values()) filesIn += rows + (fault ? 1 : 0);
        const { liveSent, parked } = this;
        const { transactions: loaded, refusals: refusalsLoaded } = this.loaded;
        // Between two readings of the ledger the records say how far scoring is.
        const ledger = { ...this.ledger, scored: Math.max(this.ledger.scored, this.recorded.size) };
        const alerts = this.inbox.alertedIds.size;
        const inWarehouse = { loaded, refusalsLoaded };
        return countsOf({ filesIn, liveSent, ledger, quarantined, deadLettered: parked, alerts, ...inWarehouse });
    }
}

function linesOf(texts: readonly string[]): string[] {
    return texts.flatMap((text) => text.split("\n")).filter((line) => line !== "");
}

import { createHash } from "node:crypto";
import { fileOrigin, messageOrigin } from "../../../../contract/transaction/origin.ts";
import { canonicalJson, type Transaction } from "../../../../contract/transaction/transaction.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { RECORDS_PREFIX } from "../platform/names.ts";
import type { Chance } from "../stage/chance.ts";
import type { Timeline } from "../stage/timeline.ts";
import type { Given } from "./given.ts";
import { type Line, sound, unsound } from "./lines.ts";
import { Payments } from "./payments.ts";
import { MESSAGES } from "./poison.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long transactions come in. */
export const FEED_HOURS = 2;
/** They come in bursts, each within seconds and about as large. */
const BURSTS = { size: 250, fewest: 24, seconds: 2 } as const;
/** Of the transactions, each beside the others. */
const SHARES = { live: 0.5, duplicates: 0.04, conflicts: 0.01, poison: 0.02, sentAgain: 0.01 } as const;
/** Messages of nobody on each queue, and objects of nobody among the records. */
const FOREIGN = 2;
const FOREIGN_QUEUES = ["landing", "screened", "records"] as const;

export interface FeedParts {
    cloud: Cloud;
    timeline: Timeline;
    chance: Chance;
    /** Sound transactions that are different from each other. */
    count: number;
}

/** Sends everything that comes in, spread over two hours, and notes under which name each has to be found again. */
export class Feed {
    readonly #parts: FeedParts;
    readonly #payments: Payments;
    #files = 0;
    /** Everything that was put in so far, by its origin. */
    readonly given = new Map<string, Given>();
    /** How many were sent more than once under one name. */
    sentAgain = 0;

    constructor(parts: FeedParts) {
        this.#parts = parts;
        this.#payments = new Payments(parts.chance, parts.count);
        const live = Math.round(parts.count * SHARES.live);
        for (let index = 0; index < live; index++) this.#later(() => this.#live());
        const rows = Math.max(20, Math.min(1000, Math.floor(parts.count / 100)));
        for (let left = parts.count - live; left > 0; left -= rows) this.#later(() => this.#file(Math.min(rows, left)));
        for (let index = 0; index < FOREIGN; index++) this.#later(() => this.#foreign());
    }

    #later(then: () => void, within = FEED_HOURS * HOUR): void {
        const { timeline, chance, count } = this.#parts;
        const every = within / Math.max(BURSTS.fewest, Math.floor(count / BURSTS.size));
        const burst = Math.floor(chance.below(within) / every) * every;
        timeline.at(timeline.now + burst + chance.below(BURSTS.seconds * 1000), then);
    }

    #live(): void {
        const { chance } = this.#parts;
        const payment = this.#payment("live");
        this.#message(canonicalJson(payment), payment);
        if (chance.happens(SHARES.poison)) this.#poison();
        this.#repeated(payment);
    }

    /** Clocks of producers are wrong by minutes, which no transaction is refused for. */
    #payment(source: string): Transaction {
        const { chance, timeline } = this.#parts;
        return this.#payments.next(source, timeline.now + chance.below(4 * MINUTE) - 2 * MINUTE);
    }

    /** The same again under another name, another one under its id, or the same under the same name. */
    #repeated(payment: Transaction): void {
        const { chance } = this.#parts;
        if (chance.happens(SHARES.duplicates)) this.#later(() => this.#message(canonicalJson(payment), payment), HOUR);
        if (chance.happens(SHARES.conflicts)) {
            const other = { ...payment, amountMinor: payment.amountMinor + 1 };
            this.#later(() => this.#message(canonicalJson(other), other), HOUR);
        }
        if (chance.happens(SHARES.sentAgain)) {
            const again = { ...payment, id: `${payment.id}-named` };
            const origin = `producer:${again.id}`;
            this.sentAgain++;
            for (let time = 0; time < 2; time++)
                this.#later(() => this.#message(canonicalJson(again), again, origin), HOUR);
        }
    }

    #message(body: string, transaction: Transaction | undefined, origin?: string): string {
        const { cloud } = this.#parts;
        const attributes = origin === undefined ? {} : { origin: { dataType: "String" as const, stringValue: origin } };
        const id = cloud.queues.send("incoming", body, attributes);
        const name = origin ?? messageOrigin(id);
        if (transaction !== undefined) this.#note({ origin: name, transaction });
        return name;
    }

    #poison(): void {
        const { reason, text } = this.#parts.chance.one(MESSAGES);
        const origin = this.#message(text(this.#payment("live")), undefined);
        this.#note({ origin, refused: reason });
    }

    #file(rows: number): void {
        const { chance, cloud } = this.#parts;
        const key = `core-banking/batch-${++this.#files}.ndjson`;
        const lines: Line[] = [];
        for (let row = 0; row < rows; row++) {
            const payment = this.#payment("core-banking");
            lines.push(sound(payment));
            if (chance.happens(SHARES.poison)) lines.push(unsound(() => this.#payment("core-banking"), chance));
            if (chance.happens(SHARES.duplicates)) lines.push(sound(payment));
            this.#repeated(payment);
        }
        const { versionId } = cloud.objects.put(
            "landing",
            key,
            Buffer.from(`${lines.map(({ text }) => text).join("\n")}\n`),
        );
        for (const [index, { given }] of lines.entries()) {
            this.#note({ ...given, origin: fileOrigin(key, versionId, index + 1), file: `${key}#${versionId}` });
        }
    }

    /** What only somebody else can have put there. */
    #foreign(): void {
        const { chance, cloud } = this.#parts;
        for (const queue of FOREIGN_QUEUES) {
            const id = cloud.queues.send(queue, `{"from":"nobody of ours ${chance.below(1_000_000)}"}`);
            this.#note({ origin: messageOrigin(id), foreign: true });
        }
        const hash = createHash("sha256").update(String(chance.next())).digest("hex");
        const key = `${RECORDS_PREFIX}date=2026-03-02/${hash}.ndjson.gz`;
        cloud.objects.put("records", key, Buffer.from("not packed at all"));
        this.#note({ origin: `object:${key}`, foreign: true });
        const stray = `elsewhere/list-${++this.#files}.txt`;
        const { versionId } = cloud.objects.put("landing", stray, Buffer.from("one line\n"));
        this.#note({
            origin: fileOrigin(stray, versionId, "file"),
            refused: "unknown-source",
            file: `${stray}#${versionId}`,
        });
    }

    #note(given: Given): void {
        this.given.set(given.origin, given);
    }
}

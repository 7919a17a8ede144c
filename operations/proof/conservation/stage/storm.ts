import { SERVICES, type Service } from "../cloud/cloud.ts";
import type { Chance } from "./chance.ts";
import type { Timeline } from "./timeline.ts";

/**
 * What happens to one call of a function:
 * - `refused`: throttled, or the service is down; nothing was done
 * - `unheard`: it was done, but the answer was lost
 * - `short`: a part of the batch was done, or what was begun failed half-way and was undone
 * - `slow`: it arrives seconds later, also when its caller is dead by then
 * - `late`: the same, and its caller has given up waiting
 */
export type Strike = "none" | "refused" | "unheard" | "short" | "slow" | "late";

/** Where an invocation is killed: at which of its calls, and whether the world still saw that one. */
export interface Doom {
    atCall: number;
    after: boolean;
}

interface Outage {
    service: Service;
    from: number;
    until: number;
    /** How likely a call fails meanwhile. */
    share: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Of all calls, in calm between the outages. */
const RATES = { refused: 0.004, unheard: 0.003, slow: 0.003, late: 0.002 } as const;
/** Of the calls that have parts. */
const SHORT: Readonly<Record<string, number>> = {
    BatchExecuteStatement: 0.1,
    BatchGetItem: 0.02,
    BatchWriteItem: 0.02,
    InvokeEndpoint: 0.02,
    Query: 0.002,
    SendMessageBatch: 0.02,
    TransactWriteItems: 0.02,
};
/** Of all invocations, and of how many calls one is the last: a power of two; those that are few are killed the more often. */
const DOOMED: Readonly<Record<string, { share: number; calls: number }>> = {
    unpack: { share: 0.15, calls: 6 },
    screen: { share: 0.06, calls: 6 },
    score: { share: 0.06, calls: 8 },
    load: { share: 0.1, calls: 5 },
    park: { share: 0.3, calls: 4 },
    replay: { share: 0.5, calls: 7 },
};
/** Of all messages, the queues of which they are kept from ever being worked on before a replay. */
const HEXES = {
    landing: 0.04,
    bulk: 0.002,
    incoming: 0.001,
    screened: 0.002,
    "screened-bulk": 0.002,
    records: 0.01,
} as const;

/** Decides by its seed what goes wrong, and counts it. */
export class Storm {
    readonly #chance: Chance;
    readonly #timeline: Timeline;
    readonly #outages: Outage[];
    readonly counts = new Map<string, number>();
    isOver = false;

    /** `hours`: how long transactions come in; the outages lie in that time. */
    constructor(chance: Chance, timeline: Timeline, hours: number) {
        this.#chance = chance;
        this.#timeline = timeline;
        this.#outages = SERVICES.flatMap((service) => outagesOf(service, timeline.now, hours, chance));
    }

    get total(): number {
        return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    }

    get hexes(): Readonly<Record<string, number>> {
        return this.isOver ? {} : HEXES;
    }

    /** How likely a queue delivers twice, S3 tells twice, or an acknowledgement is lost. */
    get twice(): number {
        return this.isOver ? 0 : 0.01;
    }

    strikeAt(service: Service, operation: string): Strike {
        if (this.isOver) return "none";
        const now = this.#timeline.now;
        const outage = this.#outages.find((one) => one.service === service && one.from <= now && now < one.until);
        if (this.#chance.happens(outage?.share ?? RATES.refused)) return this.#counted("refused", service);
        for (const kind of ["unheard", "slow", "late"] as const) {
            if (this.#chance.happens(RATES[kind])) return this.#counted(kind, service);
        }
        if (this.#chance.happens(SHORT[operation] ?? 0)) return this.#counted("short", service);
        return "none";
    }

    /** Whether an invocation is killed, and where: as likely among its first calls as among its hundredth ones. */
    doomOf(verb: string, isHexed: boolean): Doom | undefined {
        const { share, calls } = DOOMED[verb] ?? { share: 0, calls: 1 };
        if (this.isOver || !(isHexed || this.#chance.happens(share))) return undefined;
        const within = isHexed ? Math.min(4, calls) : calls;
        return { atCall: this.#chance.below(2 ** this.#chance.below(within)), after: this.#chance.happens(0.5) };
    }

    /** Functions run on machines whose clocks differ by minutes; producers' too. */
    skewMs(): number {
        return this.isOver ? 0 : this.#chance.below(4 * MINUTE) - 2 * MINUTE;
    }

    /** How much later a slow call arrives. */
    delayMs(): number {
        return 1000 + this.#chance.below(14_000);
    }

    count(what: string): void {
        this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
    }

    #counted(strike: Strike, service: Service): Strike {
        this.count(`${strike} ${service}`);
        return strike;
    }
}

/** A short one of half its calls, and for some a long one of nearly all: the warehouse's may outlast every delivery. */
function outagesOf(service: Service, start: number, hours: number, chance: Chance): Outage[] {
    const at = () => start + chance.below(hours * HOUR);
    const from = at();
    const outages = [{ service, from, until: from + 10 * MINUTE, share: 0.5 }];
    if (chance.happens(0.5)) {
        const long = at();
        const lasts = service === "redshift" ? 3 * HOUR : 25 * MINUTE;
        outages.push({ service, from: long, until: long + lasts, share: 0.95 });
    }
    return outages;
}

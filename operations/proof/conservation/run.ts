import { S3Client } from "@aws-sdk/client-s3";
import { replay } from "../../../functions/park/replay.ts";
import { replayPorts } from "../../replay/ports.ts";
import { type Finished, finished } from "./books/after-replay.ts";
import { type Balance, balanced } from "./books/balance.ts";
import { readBooks } from "./books/books.ts";
import { unmet } from "./books/consequences.ts";
import type { Fault } from "./books/fault.ts";
import { Cloud } from "./cloud/cloud.ts";
import type { Trees } from "./cloud/endpoint.ts";
import type { Warehouse } from "./cloud/warehouse.ts";
import { FEED_HOURS, Feed } from "./feed/feed.ts";
import { QUEUES } from "./platform/consumers.ts";
import { clientOn } from "./platform/instances.ts";
import { Lambda, type LambdaParts } from "./platform/lambda.ts";
import { Chance } from "./stage/chance.ts";
import type { Host } from "./stage/host.ts";
import { type Meddle, Stage, type Witness } from "./stage/stage.ts";
import { Storm } from "./stage/storm.ts";
import { Timeline } from "./stage/timeline.ts";

export interface RunParts {
    seed: number;
    /** Sound transactions that are different from each other. */
    transactions: number;
    trees: Trees;
    /** Empty; its rows stay. */
    warehouse: Warehouse;
    /** Breaks a step, for the tests of the proof. */
    meddle?: Meddle | undefined;
    acknowledgesFirst?: LambdaParts["acknowledgesFirst"];
    witness?: Witness | undefined;
    /** Hears how far it is, in one line. */
    tell?: (progress: string) => void;
}

/** What one run came to. */
export interface Ran {
    seed: number;
    /** Everything that was put in, by name of the delivery. */
    given: number;
    transactions: number;
    /** After the storm, before anything was replayed; and at the end. */
    atFirst: Balance["counts"];
    atLast: Balance["counts"];
    loaded: number;
    parked: number;
    replayed: number;
    alerts: Finished["alerts"];
    alertsTold: number;
    invocations: number;
    calls: number;
    /** What went wrong on purpose, by kind. */
    troubles: ReadonlyMap<string, number>;
    /** How long it took by the clock of the run. */
    hours: number;
    faults: Fault[];
}

const START = Date.parse("2026-03-02T08:00:00.000Z");
/** Replays during the storm, each of which may be killed. */
const STORMY_REPLAYS = 2;
const TELL_EVERY = 2000;

/** Feeds the platform in a storm until all is quiet, holds the books, replays in the storm and in calm, and holds them again. */
export async function run(parts: RunParts): Promise<Ran> {
    const { seed, transactions, trees, warehouse, tell = () => undefined } = parts;
    const timeline = new Timeline(START);
    const chance = new Chance(seed);
    const storm = new Storm(new Chance(seed ^ 0x5707), timeline, FEED_HOURS);
    const cloud = new Cloud({ queues: QUEUES, trees, warehouse, timeline, chance });
    weather(cloud, storm);
    const feed = new Feed({ cloud, timeline, chance: new Chance(seed ^ 0xfeed), count: transactions });
    const stage = new Stage({ cloud, timeline, storm, chance, meddle: parts.meddle, witness: parts.witness });
    const { acknowledgesFirst } = parts;
    const lambda = new Lambda({ cloud, timeline, storm, stage, chance, acknowledgesFirst, witness: parts.witness });
    stage.progress = (calls) => {
        if (calls % TELL_EVERY === 0) tell(`${feed.given.size} put in, ${calls} calls, ${storm.total} troubles`);
    };

    await stage.untilQuiet();
    const first = await readBooks(cloud);
    const atFirst = balanced(feed.given, first);
    const faults = [...atFirst.faults, ...unmet(feed.given, first)].map((one) => ({
        ...one,
        why: `${one.why} (before a replay)`,
    }));
    const parked = first.parked.length;

    for (let time = 0; time < STORMY_REPLAYS; time++) await replayed(stage, storm, timeline);
    storm.isOver = true;
    weather(cloud, storm);
    await replayed(stage, storm, timeline);
    const last = await readBooks(cloud);
    const atLast = balanced(feed.given, last);
    const end = finished(feed.given, last, trees);
    faults.push(...[...atLast.faults, ...unmet(feed.given, last), ...end.faults]);
    return {
        ...{
            seed,
            given: feed.given.size,
            transactions: last.rows.size,
            atFirst: atFirst.counts,
            atLast: atLast.counts,
        },
        loaded: last.loaded.length,
        parked,
        replayed: [...cloud.objects.of("parked").keys()].filter((key) => key.startsWith("replayed/")).length,
        ...{ alerts: end.alerts, alertsTold: [...last.alerts.values()].reduce((sum, times) => sum + times, 0) },
        ...{ invocations: lambda.invocations, calls: stage.calls, troubles: storm.counts },
        hours: (timeline.now - START) / 3_600_000,
        faults,
    };
}

function weather(cloud: Cloud, storm: Storm): void {
    cloud.queues.twice = storm.twice;
    cloud.queues.hexes = storm.hexes;
    cloud.objects.cuts = storm.twice;
    cloud.announcedTwice = storm.twice;
}

/** The command that an operator runs, until the platform is quiet again. */
async function replayed(stage: Stage, storm: Storm, timeline: Timeline): Promise<void> {
    const host: Host = { verb: "replay", skewMs: storm.skewMs(), isDead: false, invocation: undefined };
    host.invocation = {
        messages: [],
        deadline: Number.POSITIVE_INFINITY,
        calls: 0,
        doom: storm.doomOf("replay", false),
    };
    const account = {
        of: <Client extends { destroy(): void }>(kind: new (settings: never) => Client) =>
            clientOn<Client>(stage, host, (kind as unknown) === S3Client ? "s3" : "sqs"),
    };
    const now = new Date(timeline.now).toISOString();
    // What stops it, the next one makes up for.
    replay("", replayPorts(account, "parked"), now).catch(() => storm.count("replay broken off"));
    await stage.untilQuiet();
}

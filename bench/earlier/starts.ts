import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Finding } from "../figure.ts";
import { asText, inTurn, RUNS } from "../in-turn.ts";
import { median } from "../median.ts";
import { ours } from "../our-commands.ts";
import { costOf } from "../run-command.ts";
import { EARLIER, inCheckouts } from "./checkout.ts";

const START = ["operations/start.ts", "--once"];

/** `npm start -- --once` of the sources as committed, beside an earlier commit, where both have run before. */
export function benchWarmStart(): Promise<Finding[]> {
    return inCheckouts(["HEAD", EARLIER], async (now = "", earlier = "") => {
        const cost = await inTurn({ now: ours(START, now), earlier: ours(START, earlier) });
        return [
            {
                ratio: `warm \`npm start -- --once\` beside that of ${EARLIER}`,
                value: cost.now.seconds / cost.earlier.seconds,
                atMost: 0.5,
                why: "half of what is left is the processing itself, and most of the rest the engine's update of 603 resources",
            },
            { what: "warm `npm start -- --once`, and its largest process", figure: asText(cost.now), target: "" },
            { what: `the same at ${EARLIER}`, figure: asText(cost.earlier), target: "" },
        ];
    });
}

/** The first `npm start` on a machine that has nothing of it yet: no library, no engine, no module, no compiled package. */
export async function benchFirstStart(): Promise<Finding[]> {
    const seconds = { now: [] as number[], earlier: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
        await inCheckouts(["HEAD", EARLIER], async (now = "", earlier = "") => {
            seconds.now.push(await firstStart(now));
            seconds.earlier.push(await firstStart(earlier));
        });
    }
    const [now, earlier] = [median(seconds.now), median(seconds.earlier)];
    return [
        {
            ratio: `first \`npm start\` with empty caches beside that of ${EARLIER}`,
            value: now / earlier,
            atMost: 0.65,
        },
        { what: "first `npm start` with empty caches", figure: `${now.toFixed(0)} s`, target: "" },
        { what: `the same at ${EARLIER}`, figure: `${earlier.toFixed(0)} s`, target: "" },
    ];
}

async function firstStart(root: string): Promise<number> {
    const caches = await mkdtemp(join(tmpdir(), "bench-caches-"));
    const empty = (name: string) => join(caches, name);
    const env = {
        ...process.env,
        npm_config_cache: empty("npm"),
        PIP_CACHE_DIR: empty("pip"),
        GOCACHE: empty("go-build"),
        GOMODCACHE: empty("go-modules"),
    };
    try {
        return (await costOf(ours(START, root, env))).seconds;
    } finally {
        // Go writes its modules read-only: it takes them away itself. Without Go there are none.
        await promisify(execFile)("go", ["clean", "-modcache"], { env }).catch(() => {});
        await rm(caches, { recursive: true, force: true });
    }
}

import { benchBundles } from "./bundles.ts";
import { benchDrift } from "./drift.ts";
import { benchFiles } from "./earlier/files.ts";
import { benchFirstStart, benchWarmStart } from "./earlier/starts.ts";
import { benchTests } from "./earlier/tests.ts";
import type { Finding } from "./figure.ts";
import { benchGrowth } from "./growth.ts";
import { benchGuard } from "./guard.ts";
import { benchHotPath } from "./hot-path/hot-path.ts";
import { benchOfflinePreview } from "./offline-preview.ts";
import { benchCdk, LEFT_OUT } from "./peers/cdk.ts";
import { benchScreen } from "./screen.ts";
import { benchStart } from "./start-once.ts";
import { benchUnpackFigures } from "./unpack-figures.ts";

export interface Bench {
    run(): Promise<Finding[]>;
    /** When it runs although nobody named it: always, or with `--peers`, which brings what it is measured beside. */
    unnamed?: "always" | "with peers";
    /** What it could not measure, and why. */
    leftOut?: readonly string[];
}

/** Every benchmark by its name. */
export const BENCHES: Readonly<Record<string, Bench>> = {
    preview: { run: benchOfflinePreview, unnamed: "always" },
    growth: { run: benchGrowth, unnamed: "always" },
    guard: { run: benchGuard, unnamed: "always" },
    drift: { run: benchDrift, unnamed: "always" },
    cdk: { run: benchCdk, unnamed: "with peers", leftOut: LEFT_OUT },
    screen: { run: benchScreen, unnamed: "always" },
    unpack: { run: benchUnpackFigures, unnamed: "always" },
    bundles: { run: benchBundles, unnamed: "always" },
    start: { run: benchStart, unnamed: "always" },
    "hot-path": { run: benchHotPath, unnamed: "always" },
    "warm-start": { run: benchWarmStart },
    "first-start": { run: benchFirstStart },
    files: { run: benchFiles },
    tests: { run: benchTests },
};

/** The benchmarks that are meant by some names; without a name, those that run unnamed. */
export function chosen(names: readonly string[], withPeers: boolean): readonly string[] {
    if (names.length > 0) return withPeers && !names.includes("cdk") ? [...names, "cdk"] : names;
    return Object.keys(BENCHES).filter((name) => {
        const { unnamed } = BENCHES[name] ?? {};
        return unnamed === "always" || (unnamed === "with peers" && withPeers);
    });
}

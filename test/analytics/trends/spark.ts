import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { setUpPython } from "../../../local/services/python.ts";
import { paths } from "../../../tools/paths.mjs";

/** Of the line of releases that `infra/bigdata` asks EMR for. */
const PYSPARK = "pyspark==3.5.6";
const home = join(paths.platform, "spark");
const inHome = (...parts: string[]) => join(home, ...parts);

/** A Spark of one's own, 300 MB on the first call. It needs Java 17. */
export function setUpSpark(): void {
    if (spawnSync("java", ["-version"]).status !== 0) {
        throw new Error("there is no java on PATH, which Spark needs; install Java 17");
    }
    mkdirSync(home, { recursive: true });
    if (!existsSync(inHome("python", "bin", "spark-submit"))) {
        execFileSync(setUpPython, ["-m", "venv", inHome("python")]);
        execFileSync(inHome("python", "bin", "pip"), ["install", "--quiet", PYSPARK], { stdio: "inherit" });
    }
    rmSync(inHome("trends.zip"), { force: true });
    const analytics = { cwd: join(paths.root, "analytics") };
    execFileSync(setUpPython, ["-m", "zipfile", "-c", inHome("trends.zip"), "trends/"], analytics);
}

export interface SparkRun {
    records: string;
    profiles: string;
    until: string;
    shards: number;
}

/** One run of the job as EMR starts it, on two processors of this machine. */
export function runTrends({ records, profiles, until, shards }: SparkRun) {
    const settings = [
        "spark.ui.enabled=false",
        "spark.driver.bindAddress=127.0.0.1",
        "spark.io.encryption.enabled=true",
        "spark.sql.catalogImplementation=in-memory",
    ];
    const { status, stdout, stderr } = spawnSync(
        inHome("python", "bin", "spark-submit"),
        [
            "--master=local[2]",
            `--py-files=${inHome("trends.zip")}`,
            ...settings.flatMap((setting) => ["--conf", setting]),
            join(paths.root, "analytics", "trends", "main.py"),
            `--records=${records}`,
            `--profiles=${profiles}`,
            `--until=${until}`,
            `--shards=${shards}`,
        ],
        {
            env: { ...process.env, SPARK_LOCAL_IP: "127.0.0.1", PYSPARK_PYTHON: inHome("python", "bin", "python") },
            encoding: "utf8",
            maxBuffer: 64 * 1024 * 1024,
        },
    );
    return { status, stdout, stderr };
}

export interface Published {
    generation: string;
    accounts: number;
    transactions: number;
    shards: number;
}

export function current(profiles: string): Published {
    return JSON.parse(readFileSync(join(profiles, "current.json"), "utf8"));
}

/** The bytes of each shard of a generation, by name. */
export function shardFiles(profiles: string, generation: string): Map<string, Buffer> {
    const folder = join(profiles, "generations", generation, "shards");
    const names = readdirSync(folder).filter((name) => /^part-\d{5}\.gz$/.test(name));
    return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

/** The lines of one shard. */
export function linesOf(shard: Buffer | undefined): Record<string, unknown>[] {
    assert.ok(shard);
    const lines = gunzipSync(shard).toString().trimEnd().split("\n");
    return lines.map((line) => JSON.parse(line));
}

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BENCHES, chosen } from "../../bench/benches.ts";
import { inTurn, RUNS } from "../../bench/in-turn.ts";
import { costOf } from "../../bench/run-command.ts";
import { paths } from "../../tools/paths.mjs";

const node = (program: string) => ({ args: [process.execPath, "--eval", program], cwd: paths.root });

describe("npm run bench", () => {
    it("runs without a name what takes minutes, and its peers when asked", () => {
        const unnamed = chosen([], false);
        for (const name of ["cdk", "first-start", "warm-start"]) assert.ok(!unnamed.includes(name), name);
        assert.deepEqual(
            chosen([], true).filter((name) => !unnamed.includes(name)),
            ["cdk"],
        );
        assert.deepEqual(chosen(["screen"], true), ["screen", "cdk"]);
        assert.deepEqual(chosen(["screen"], false), ["screen"]);
    });

    it("names every benchmark in its help", () => {
        const help = readFileSync(join(paths.root, "bench", "main.help.txt"), "utf8");
        for (const name of Object.keys(BENCHES)) assert.match(help, new RegExp(`\\b${name}\\b`), name);
    });

    it("says of a command that fails what it said last", async () => {
        await assert.rejects(costOf(node("console.error('no disk'); process.exit(3)")), /ended with 3:\nno disk/);
    });

    it("runs commands in turn, once to fill their caches and then as often as it counts", async () => {
        const file = join(mkdtempSync(join(tmpdir(), "in-turn-")), "order");
        const note = (letter: string) =>
            node(`require("node:fs").appendFileSync(${JSON.stringify(file)}, "${letter}")`);
        const { slow } = await inTurn({
            note: note("A"),
            slow: {
                ...note("B"),
                args: [process.execPath, "--eval", `${note("B").args[2]}; setTimeout(() => {}, 400)`],
            },
        });
        assert.equal(readFileSync(file, "utf8"), "AB".repeat(RUNS + 1));
        assert.ok(slow.seconds > 0.4, `${slow.seconds} s of a program that waits 0.4 s`);
        rmSync(dirname(file), { recursive: true });
    });

    if (process.platform === "linux") {
        it("knows the largest process below a command", async () => {
            const large = "const held = Buffer.alloc(300e6, 1); setTimeout(() => held.length, 1500)";
            const { megabytes = 0 } = await costOf(
                node(`require("node:child_process").spawnSync(process.execPath, ["--eval", ${JSON.stringify(large)}])`),
            );
            assert.ok(megabytes > 300, `${megabytes} MB`);
        });
    }
});

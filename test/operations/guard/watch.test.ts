import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ProgramCopy, programCopy } from "../../e2e/support/program-copy.ts";

interface Watching {
    /** The next answer, once it is complete. */
    next(): Promise<string>;
    /** Ends it as Ctrl-C does; its exit code. */
    interrupt(): Promise<number | null>;
    group: number;
}

/** `npm run guard -- --watch` in a process group of its own, to see that nothing of it is left. */
function watching({ root }: ProgramCopy): Watching {
    const child = spawn(
        process.execPath,
        ["--import", "tsx/esm", "operations/guard.ts", "--stack", "prod", "--watch", "--format", "problems"],
        { cwd: root, detached: true, stdio: ["ignore", "pipe", "inherit"] },
    );
    let [output, read] = ["", 0];
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const next = () =>
        new Promise<string>((resolve, reject) => {
            const look = () => {
                const [answer] = /^Judging [\s\S]*?^Judged .*\n/m.exec(output.slice(read)) ?? [];
                if (answer === undefined) return;
                read += answer.length;
                child.stdout.off("data", look);
                resolve(answer);
            };
            child.stdout.on("data", look);
            look();
            ended.then(() => reject(new Error(`ended without an answer:\n${output}`)));
        });
    child.stdout.on("data", (chunk) => (output += chunk));
    const interrupt = () => {
        child.kill("SIGINT");
        return ended;
    };
    return { next, interrupt, group: child.pid ?? 0 };
}

const anyOf = (group: number): boolean => {
    try {
        return process.kill(-group, 0);
    } catch {
        return false;
    }
};

describe("npm run guard -- --watch", () => {
    // Each answer is waited for, however long it takes.
    const queue = "infra/ingest/work-queue.ts";
    let program: ProgramCopy;
    let watch: Watching;
    const sourceOf = (file: string) => readFileSync(join(program.root, file), "utf8");
    const save = (file: string, text: string) => {
        writeFileSync(join(program.root, file), text);
        return watch.next();
    };
    before(async () => {
        program = programCopy();
        watch = watching(program);
        assert.match(await watch.next(), /^Judging prod\nJudged prod: 0 new, 0 still open, 0 mended /);
    });
    after(() => {
        if (anyOf(watch.group)) process.kill(-watch.group, "SIGKILL");
        program.remove();
    });

    it("shows what a saved file breaks, at the line that constructs it, and clears it when it is mended", async () => {
        const good = sourceOf(queue);
        const broken = await save(queue, good.replaceAll("kmsMasterKeyId: key.arn,", "sqsManagedSseEnabled: true,"));
        // On a busy machine the watcher may still be telling of the copy's other files.
        assert.match(broken, /^Judging prod after a change of (?:.*, )?infra\/ingest\/work-queue\.ts(?:, .*)?\n/);
        const line = good.split("\n").findIndex((text) => text.includes("const dead = new Queue(")) + 1;
        assert.ok(broken.includes(`\n${queue}:${line}:`), broken);
        assert.match(broken, /error sqs-encrypted: aws:sqs\/queue:Queue::bulk-dead: kmsMasterKeyId /);
        assert.match(broken, /\nJudged prod: [1-9]\d* new, 0 still open, 0 mended /);
        assert.match(await save(queue, good), /\nJudged prod: 0 new, 0 still open, [1-9]\d* mended /);
    });

    it("answers to half-typed code with the place of its fault, and goes on", async () => {
        const good = sourceOf(queue);
        const half = await save(queue, good.replace("const dead = new Queue(", "const dead = = new Queue("));
        assert.match(half, /\ninfra\/ingest\/work-queue\.ts:\d+:\d+: error program: /);
        assert.match(await save(queue, good), /\nJudged prod: 0 new, 0 still open, 1 mended /);
    });

    it("answers to settings, rules and exceptions as well", async () => {
        for (const [file, from, to, said] of [
            [
                "Pulumi.prod.yaml",
                "aws:region: eu-west-1",
                "aws:region: nowhere",
                /error program: .*aws:region is "nowhere"/,
            ],
            ["stacks/prod.ts", "logDays:", "logDays: 1 -", /error /],
            ["policies/rules/sqs/sqs-encrypted.ts", 'severity: "high"', 'severity: "low"', /Judged prod: 0 new/],
            [
                "policies/exceptions.yaml",
                "[]",
                "- { id: EX-1 }",
                /policies\/exceptions\.yaml:\d+:1: error exceptions-valid/,
            ],
        ] as const) {
            const good = sourceOf(file);
            assert.ok(good.includes(from), `${file} does not say: ${from}`);
            assert.match(await save(file, good.replace(from, to)), said, file);
            assert.match(await save(file, good), /\nJudged prod: 0 new, 0 still open, /, file);
        }
    });

    it("ends at Ctrl-C and leaves no process behind", async () => {
        assert.equal(await watch.interrupt(), 0);
        // The bundler notices a moment later that nobody asks it any more.
        while (anyOf(watch.group)) await sleep(50);
    });
});

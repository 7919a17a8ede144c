import assert from "node:assert/strict";
import type { Judging } from "../../../operations/guard/bundles/kept-code.ts";
import type { Judgement } from "../../../operations/guard/judge/judgement.ts";
import { type Judge, REHEARSALS, WarmThreads } from "../../../operations/guard/watch/warm-threads.ts";

const WHAT = { stack: "prod", project: "platform", program: "platform", config: {}, root: "/" } as const;
const GOOD: Judgement = { resources: [], findings: [], errors: [], rules: 1 };
const FAILED: Judgement = { ...GOOD, errors: [{ message: "no such setting" }] };

/** What was made of the sources: the guardrails and the programs as of some save. */
function made(judge: string, programs: string): Judging {
    const opened = (source: string) => ({ file: "x.cjs", source });
    return {
        judge: opened(judge),
        programs: opened(programs),
        libraries: { root: "/", file: "libraries.cjs" },
        map: () => "",
    };
}

/** Threads that say by a program's text what comes of it, and note who judged what. */
function threads(answers: (thread: number, program: string) => Promise<Judgement>) {
    const judged: string[] = [];
    const ended: number[] = [];
    let count = 0;
    const start = (): Judge => {
        const number = ++count;
        let judgesWith: string | undefined;
        return {
            isFor: ({ judge }) => !ended.includes(number) && [undefined, judge.source].includes(judgesWith),
            judge: (_what, { judge, programs }) => {
                judgesWith = judge.source;
                judged.push(`${number}: ${programs.source}`);
                return answers(number, programs.source ?? "");
            },
            end: async () => void ended.push(number),
        };
    };
    return { warm: new WarmThreads(start), judged, ended };
}

/** Whatever is under way without anybody waiting for it, since these threads answer at once. */
const settled = () => new Promise(setImmediate);

describe("the threads of guard --watch", () => {
    it("are one while only the program changes, which has judged more often than it was asked", async () => {
        const { warm, judged } = threads(async () => GOOD);
        await warm.judge(WHAT, made("rules", "first"));
        await settled();
        assert.deepEqual(
            judged,
            Array.from({ length: 1 + REHEARSALS }, () => "1: first"),
        );
        await warm.judge(WHAT, made("rules", "second"));
        await settled();
        assert.deepEqual(judged.slice(1 + REHEARSALS), ["1: second"]);
    });

    it("rehearse no further once somebody asks, and go on when that is answered", async () => {
        const waiting: (() => void)[] = [];
        const { warm, judged } = threads((_thread, program) =>
            judged.length === 1 || program === "second"
                ? Promise.resolve(GOOD)
                : new Promise((resolve) => waiting.push(() => resolve(GOOD))),
        );
        await warm.judge(WHAT, made("rules", "first"));
        const asked = warm.judge(WHAT, made("rules", "second"));
        waiting.shift()?.();
        await asked;
        assert.deepEqual(judged.slice(0, 3), ["1: first", "1: first", "1: second"]);
        await settled();
        assert.equal(judged.length, 1 + REHEARSALS);
    });

    it("change with the guardrails", async () => {
        const { warm, judged, ended } = threads(async () => GOOD);
        await warm.judge(WHAT, made("rules", "same"));
        await settled();
        await warm.judge(WHAT, made("other rules", "same"));
        assert.equal(judged.filter((line) => line === "2: same").length > 0, true);
        assert.deepEqual(ended, [1]);
    });

    it("ask a fresh one before they say that a program failed, and keep none in which one did", async () => {
        const { warm, judged, ended } = threads(async (_thread, program) => (program === "bad" ? FAILED : GOOD));
        await warm.judge(WHAT, made("rules", "good"));
        await settled();
        assert.equal(await warm.judge(WHAT, made("rules", "bad")), FAILED);
        assert.deepEqual(judged.slice(-2), ["1: bad", "2: bad"]);
        await warm.judge(WHAT, made("rules", "good"));
        assert.ok(judged.includes("3: good"));
        assert.deepEqual(ended, [1, 2]);
    });

    it("do not tell of a failure that only a used one saw", async () => {
        const { warm } = threads(async (thread, program) => (thread === 1 && program === "late" ? FAILED : GOOD));
        await warm.judge(WHAT, made("rules", "good"));
        await settled();
        assert.equal(await warm.judge(WHAT, made("rules", "late")), GOOD);
    });

    it("answer the next one after one that ended its thread", async () => {
        const { warm } = threads((_thread, program) =>
            program === "exits" ? Promise.reject(new Error("exit code 3")) : Promise.resolve(GOOD),
        );
        await assert.rejects(warm.judge(WHAT, made("rules", "exits")), /exit code 3/);
        assert.equal(await warm.judge(WHAT, made("rules", "good")), GOOD);
        await warm.end();
    });
});

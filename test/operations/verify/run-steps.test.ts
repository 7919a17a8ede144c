import assert from "node:assert/strict";
import { EXIT, exitCode, type StepReport, type VerifyReport } from "../../../operations/verify/report.ts";
import { type RunArgs, runSteps } from "../../../operations/verify/run-steps.ts";
import type { Context, Step } from "../../../operations/verify/step.ts";
import { failed, held, unknown } from "../../../operations/verify/verdict.ts";

const step = (run: Step["run"], name = "one"): Step => ({ name, proves: "it works", answers: "a doubt", run });
const named = (name: string, message = "no") => Object.assign(new Error(message), { name });

async function runAll(steps: Step[], signal = new AbortController().signal): Promise<StepReport[]> {
    return runSteps({
        steps,
        base: { cloud: { isLocal: true } } as RunArgs["base"],
        patienceMs: 30,
        everyMs: 5,
        signal,
    });
}

async function verdictOf(run: Step["run"]) {
    const [report] = await runAll([step(run)]);
    return report?.verdict;
}

describe("the steps of a verification", () => {
    it("go on after one that failed", async () => {
        const reports = await runAll([
            step(async () => failed("why", "fix"), "first"),
            step(async () => held({ count: 1 }), "second"),
        ]);
        assert.deepEqual(
            reports.map(({ name, verdict }) => [name, verdict.state]),
            [
                ["first", "failed"],
                ["second", "held"],
            ],
        );
    });

    it("are skipped where the local cloud lacks what they need", async () => {
        const never: Step = { ...step(async () => assert.fail("it ran")), lacking: "API Gateway" };
        const [report] = await runAll([never]);
        assert.deepEqual(report?.verdict, { state: "skipped", why: "The local cloud has no API Gateway." });
    });

    it("cannot tell what the caller may not look at", async () => {
        for (const name of ["AccessDenied", "AccessDeniedException", "AuthorizationErrorException", "ExpiredToken"]) {
            const verdict = await verdictOf(() => Promise.reject(named(name)));
            assert.equal(verdict?.state, "unknown", name);
        }
    });

    it("fail when something of the stack is not there", async () => {
        for (const name of ["QueueDoesNotExist", "ResourceNotFoundException", "NoSuchBucket", "NotFoundException"]) {
            const verdict = await verdictOf(() => Promise.reject(named(name)));
            assert.equal(verdict?.state, "failed", name);
        }
    });

    it("cannot tell after any other fault, and keep only the beginning of what it says", async () => {
        const verdict = await verdictOf(() =>
            Promise.reject(named("Fault", `${"x".repeat(1000)}\nauthorization: key`)),
        );
        assert.equal(verdict?.state, "unknown");
        assert.doesNotMatch(JSON.stringify(verdict), /authorization|x{301}/);
    });

    it("wait for what takes its time, and no longer than the patience", async () => {
        let asked = 0;
        const late = await verdictOf(async ({ until }) => {
            const answer = await until(async () => (++asked === 3 ? "there" : undefined));
            return held({ answer: answer ?? "" });
        });
        assert.deepEqual(late, held({ answer: "there" }));
        const never = await verdictOf(async ({ until }) => {
            const answer = await until(async () => undefined);
            return answer === undefined ? unknown("never came") : held({});
        });
        assert.equal(never?.state, "unknown");
    });

    it("take away what they made, the last first, also when they fail", async () => {
        const taken: string[] = [];
        const made = ({ afterwards }: Context) => {
            afterwards("queue", async () => taken.push("queue"));
            afterwards("subscription", async () => taken.push("subscription"));
        };
        await runAll([
            step(async (context) => {
                made(context);
                throw new Error("in the middle");
            }),
        ]);
        assert.deepEqual(taken, ["subscription", "queue"]);
    });

    it("name what they could not take away, and go on with the rest", async () => {
        const taken: string[] = [];
        const [report] = await runAll([
            step(async ({ afterwards }) => {
                afterwards("queue", async () => taken.push("queue"));
                afterwards("alarm", () => Promise.reject(named("AccessDenied", "not yours")));
                return held({});
            }),
        ]);
        assert.deepEqual(report?.leftBehind, ["alarm (AccessDenied: not yours)"]);
        assert.deepEqual(taken, ["queue"]);
    });

    it("end with the run, after taking away what the one under way had made", async () => {
        const stop = new AbortController();
        const taken: string[] = [];
        const interrupted = runAll(
            [
                step(async ({ afterwards, until }) => {
                    afterwards("queue", async () => taken.push("queue"));
                    stop.abort(new Error("stopped"));
                    await until(async () => undefined);
                    return held({});
                }),
                step(async () => assert.fail("the next step ran")),
            ],
            stop.signal,
        );
        await assert.rejects(interrupted, /stopped/);
        assert.deepEqual(taken, ["queue"]);
    });
});

describe("the exit code of a verification", () => {
    const report = (...steps: Partial<StepReport>[]) =>
        ({ steps: steps.map((one) => ({ leftBehind: [], ...one })) }) as unknown as VerifyReport;
    const good = { verdict: held({}) };
    const bad = { verdict: failed("why", "fix") };
    const open = { verdict: unknown("why") };

    it("is that of the gravest step", () => {
        assert.equal(exitCode(report(good, good)), EXIT.held);
        assert.equal(exitCode(report(good, open)), EXIT.unknown);
        assert.equal(exitCode(report(bad, open, good)), EXIT.failed);
    });

    it("is a failure when something stayed behind", () => {
        assert.equal(exitCode(report({ ...good, leftBehind: ["a queue"] })), EXIT.failed);
    });

    it("is never that all held when nothing was tried", () => {
        assert.equal(exitCode(report()), EXIT.unknown);
        assert.equal(exitCode(report({ verdict: { state: "skipped", why: "why" } })), EXIT.unknown);
    });
});

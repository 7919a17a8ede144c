import assert from "node:assert/strict";
import { CHECKS } from "../../../operations/rehearse/checks/index.ts";
import { done, fails, left, type Outcome } from "../../../operations/rehearse/outcome.ts";
import { exitCode, rehearse } from "../../../operations/rehearse/rehearsal.ts";
import { asText } from "../../../operations/rehearse/text.ts";
import { theSituation } from "./situation.ts";

const checks = (...steps: (Outcome[] | Error)[]) =>
    steps.map((step, index) => ({
        name: `step-${index}`,
        look: async () => {
            if (step instanceof Error) throw step;
            return step;
        },
    }));
const rehearsed = (...steps: (Outcome[] | Error)[]) => rehearse(theSituation(), checks(...steps));

describe("a rehearsal", () => {
    it("looks at each thing in the order of a first deployment", () => {
        assert.deepEqual(
            CHECKS.map(({ name }) => name),
            "settings credentials bootstrap engine quotas names workflows model times guardrails preview".split(" "),
        );
    });

    it("ends with 0 where nothing would fail, 2 where something would, 3 where something is left", async () => {
        assert.equal(exitCode(await rehearsed([done("well")])), 0);
        assert.equal(exitCode(await rehearsed([done("well")], [left("no credentials")])), 3);
        assert.equal(exitCode(await rehearsed([left("no credentials")], [fails("it", "is 0", "Write 1.")])), 2);
    });

    it("goes on after a step that could not look, and never calls that done", async () => {
        const found = await rehearsed(new Error("the network is down\nat …"), [done("well")]);
        assert.deepEqual(found.steps[0]?.outcomes, [{ state: "left", why: "the network is down" }]);
        assert.equal(found.steps.length, 2);
        assert.equal(exitCode(found), 3);
    });

    it("shows of each step what, with which value, the fix, and what is left", async () => {
        const text = asText(
            await rehearsed(
                [done("all there")],
                [fails("lockDays", "is 0", "Write 1.")],
                [left("the account", "Log in.")],
            ),
        );
        assert.equal(
            text,
            "Before prod is deployed\n\nstep-0\n  done: all there\nstep-1\n  WOULD FAIL: lockDays is 0\n    Write 1.\n" +
                "step-2\n  cannot be checked here: the account\n    Log in.\n\n1 would fail, 1 cannot be checked here.\n",
        );
    });
});

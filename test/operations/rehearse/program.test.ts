import assert from "node:assert/strict";
import { guardrails } from "../../../operations/rehearse/checks/guardrails.ts";
import { preview } from "../../../operations/rehearse/checks/preview.ts";
import { times } from "../../../operations/rehearse/checks/times.ts";
import { failing, said } from "./said.ts";
import { judged } from "./situation.ts";

describe("the rehearsal of what the program says", () => {
    it("finds times that are over, and lets a budget begin with its month", async () => {
        const { report, resources } = await judged("platform");
        const [budget] = resources.filter(({ type }) => type === "azure-native:consumption:Budget");
        assert.ok(budget !== undefined);
        const at = async (inputs: Record<string, unknown>) =>
            failing(await said(times, { platform: async () => ({ report, resources: [{ ...budget, inputs }] }) }));
        assert.deepEqual(
            await at({ timePeriod: { startDate: "2026-06-01T00:00:00Z" }, startTime: "2026-06-16T00:00:00Z" }),
            [],
        );
        assert.equal((await at({ timePeriod: { startDate: "2026-05-01T00:00:00Z" } })).length, 1);
        assert.deepEqual(await at({ startTime: "2026-06-14T00:00:00Z" }), [
            "fails: Budget::exchange: startTime is 2026-06-14T00:00:00Z, which is over | Write a time to come, or leave it out.",
        ]);
        assert.deepEqual(await at({ description: "since 2020", version: "2012-10-17" }), []);
    });

    it("finds what breaks a guardrail, in the platform and in what comes before it", async () => {
        assert.match((await said(guardrails)).join(), /^done: \d+ guardrails over \d+ resources$/);
        const found = await judged("bootstrap");
        const urn = "urn:pulumi:prod::p::aws:s3/bucket:Bucket::state";
        const finding = {
            rule: "s3-encrypted",
            severity: "high",
            status: "violation",
            urn,
            property: "sse",
            message: "is not set. Fix: Set it.",
        } as const;
        const lines = await said(guardrails, {
            bootstrap: async () => ({ ...found, report: { ...found.report, findings: [finding] } }),
        });
        assert.deepEqual(failing(lines), [
            "fails: s3-encrypted: aws:s3/bucket:Bucket::state sse is not set. | Set it.",
        ]);
    });

    it("previews on stand-ins where no account is to be reached, and says what that leaves", async () => {
        const asked: boolean[] = [];
        const report = { ...(await judged("platform")).report, advice: ["Mend it."] };
        const run = (errors: string[]) => async (offline: boolean) => {
            asked.push(offline);
            return { ...report, errors } as never;
        };
        const lines = await said(preview, { preview: run([]) });
        assert.match(
            lines.join("\n"),
            /^done: \d+ resources on stand-ins, under every guardrail\nleft: the preview against the state/,
        );
        assert.deepEqual(failing(await said(preview, { preview: run(["it broke"]) })), [
            "fails: the engine on stand-ins: it broke | Mend it.",
        ]);
        assert.deepEqual(asked, [true, true]);
    });
});

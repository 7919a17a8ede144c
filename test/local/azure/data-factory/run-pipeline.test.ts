import assert from "node:assert/strict";
import type { Activity, Condition } from "../../../../local/azure/data-factory/definitions.ts";
import { milliseconds } from "../../../../local/azure/data-factory/run-activity.ts";
import { runPipeline } from "../../../../local/azure/data-factory/run-pipeline.ts";
import type { Surroundings } from "../../../../local/azure/data-factory/surroundings.ts";

const nothing = { pipelines: new Map(), datasets: new Map(), linkedServices: new Map(), credentials: new Map() };
const following = (activity: string, ...dependencyConditions: Condition[]) => ({
    dependsOn: [{ activity, dependencyConditions }],
});
const call = (name: string, more: object = {}): Activity => {
    return { name, type: "WebActivity", method: "POST", url: `https://${name}/`, body: {}, ...more };
};

/** A run in which these addresses answer so, one after the other; then 200. */
async function ran(activities: Activity[], answers: Record<string, (number | "never")[]> = {}) {
    const asked: string[] = [];
    const pauses: number[] = [];
    const around: Surroundings = {
        tokenFor: async () => "",
        send: async ({ url, signal }) => {
            const name = new URL(url).host;
            asked.push(name);
            const status = answers[name]?.shift() ?? 200;
            if (status !== "never") return { status, text: "{}" };
            return new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));
        },
        pause: (ms, signal) => {
            // The time limit of an activity that never ends is over at once, that of others only with them.
            const hangs = ms === milliseconds("0.00:01:00");
            if (ms <= 30_000 || hangs) {
                if (!hangs) pauses.push(ms);
                return Promise.resolve();
            }
            return new Promise((over) => signal.addEventListener("abort", () => over(), { once: true }));
        },
    };
    const { status, activities: ends } = await runPipeline(
        { activities },
        nothing,
        "run",
        around,
        new AbortController().signal,
    );
    return { status, asked, pauses, ends: [...ends].map(([name, { Status }]) => `${name} ${Status}`), of: ends };
}

describe("a pipeline", () => {
    it("runs each activity after those that it waits for, on the path that they leave", async () => {
        const activities = [
            call("bad", following("one", "Failed")),
            call("good", following("one", "Succeeded")),
            call("one"),
        ];
        assert.deepEqual((await ran(activities)).ends, ["one Succeeded", "bad Skipped", "good Succeeded"]);
        const failed = await ran(activities, { one: [500] });
        assert.deepEqual(failed.ends, ["one Failed", "bad Succeeded", "good Skipped"]);
    });

    it("goes on after what was skipped only where that is asked for", async () => {
        const first = [call("one"), call("two", following("one", "Succeeded"))];
        const three = (...conditions: Condition[]) => [...first, call("three", following("two", ...conditions))];
        assert.ok((await ran(three("Skipped"), { one: [500] })).asked.includes("three"));
        assert.ok(!(await ran(three("Completed"), { one: [500] })).asked.includes("three"));
    });

    it("is good when its last activities are, and a skipped one counts as what it waited for", async () => {
        const handled = [call("one"), call("mend", following("one", "Failed"))];
        assert.equal((await ran(handled)).status, "Succeeded");
        assert.equal((await ran(handled, { one: [500] })).status, "Succeeded");
        const both = [...handled, call("next", following("one", "Succeeded"))];
        assert.equal((await ran(both, { one: [500] })).status, "Failed");
    });

    it("tries again as often, and after as long, as an activity's policy says", async () => {
        const policy = { retry: 2, retryIntervalInSeconds: 7, timeout: "0.00:05:00" };
        const { asked, pauses, status } = await ran([call("one", { policy })], { one: [500, 429] });
        assert.deepEqual([asked.length, pauses, status], [3, [7_000, 7_000], "Succeeded"]);
        assert.equal((await ran([call("one", { policy })], { one: [500, 500, 500] })).status, "Failed");
    });

    it("ends an activity that takes longer than its policy allows", async () => {
        const { status, of } = await ran([call("one", { policy: { timeout: "0.00:01:00" } })], { one: ["never"] });
        assert.equal(status, "Failed");
        assert.equal(of.get("one")?.error?.errorCode, "2103");
    });

    it("fails on what the runner does not know, and names it", async () => {
        const { of } = await ran([{ name: "one", type: "Custom" }]);
        assert.match(of.get("one")?.error?.message ?? "", /does not know activities of type Custom/);
        await assert.rejects(
            ran([call("one", following("two", "Failed")), call("two", following("one", "Failed"))]),
            /wait for/,
        );
        assert.throws(() => milliseconds("1 hour"), /is no time/);
    });
});

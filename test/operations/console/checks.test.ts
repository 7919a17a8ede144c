import assert from "node:assert/strict";
import { type RunCommand, runCommand, stackChecks } from "../../../operations/console/checks.ts";
import { exchangeOf } from "../../../operations/console/exchange.ts";

describe("a look at the stack from the console", () => {
    it("is the command of the platform team, with its words and whether it found nothing", async () => {
        const ran: (readonly string[])[] = [];
        const run: RunCommand = async (args) => {
            ran.push(args);
            return args[0]?.includes("drift") ? { exitCode: 2, text: "1 finding" } : { exitCode: 0, text: "all hold" };
        };
        const check = stackChecks("local", run);
        assert.deepEqual(await check("drift"), { done: false, text: "1 finding" });
        assert.deepEqual(await check("evidence"), { done: true, text: "all hold" });
        assert.deepEqual(ran, [
            ["operations/drift.ts", "--stack", "local"],
            ["operations/evidence.ts", "--stack", "local"],
        ]);
    });

    it("is one at a time, and another one after it has ended, however it ended", async () => {
        let end: () => void = () => undefined;
        const run: RunCommand = () =>
            new Promise((_, reject) => {
                end = () => reject(new Error("killed"));
            });
        const check = stackChecks("local", run);
        const first = check("drift");
        await assert.rejects(check("evidence"), {
            name: "UserError",
            message: "The look at drift is not over yet: wait for its answer.",
        });
        end();
        await assert.rejects(first, { message: "killed" });
        const again = check("evidence");
        end();
        await assert.rejects(again, { message: "killed" });
    });

    it("runs what npm runs", async () => {
        const { exitCode, text } = await runCommand(["operations/drift.ts", "--help"]);
        assert.equal(exitCode, 0);
        assert.match(text, /npm run drift/);
    });
});

describe("the sets from Azure in the console", () => {
    it("are what counts now, and those of which nothing came, without an age that would change each time", () => {
        const at = { rows: 3, run: "run-1", completedAt: "2026-10-03T10:00:00.000Z", ageSeconds: 17 };
        const { sets, lacking, ...verdicts } = exchangeOf({ "sanctions-list": at }, { withSets: 5, doubtful: 1 });
        const { ageSeconds, ...kept } = at;
        assert.deepEqual(sets, [{ set: "sanctions-list", ...kept }]);
        assert.ok(lacking.includes("customer-risk-ratings") && !lacking.includes("sanctions-list"));
        assert.deepEqual(verdicts, { withSets: 5, doubtful: 1 });
    });
});

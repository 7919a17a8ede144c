import assert from "node:assert/strict";
import { DynamoDecisions } from "../../../functions/adapters/decisions.ts";
import { decide } from "../../../operations/decide/decide.ts";
import type { Given } from "../../../operations/decide/given.ts";
import { DynamoDecisionLedger } from "../../../operations/decide/ledger.ts";
import { LedgerFake } from "./ledger-fake.ts";

const MONDAY = "2026-03-09T10:00:00.000Z";
const TUESDAY = "2026-03-10T11:30:00.000Z";
const FRAUD: Given = { id: "live:1", decision: "fraud", by: "a.meier" };
const LEGITIMATE: Given = { id: "live:1", decision: "legitimate", by: "b.koch" };
const reasons = [{ code: "amount", text: "Amount is 5 times what is usual", points: 60 }];
const FOUND = { state: "scored", verdict: "alert", score: 0.87, scoredBy: "model", reasons, recordKey: "key" } as const;

describe("npm run decide", () => {
    let ledger: LedgerFake;
    beforeEach(() => {
        ledger = new LedgerFake();
        ledger.put({ id: "live:1", ...FOUND });
        ledger.put({ id: "live:2", state: "forwarded" });
    });
    const run = (given: Given[], now = MONDAY, json = false) =>
        decide(given, new DynamoDecisionLedger(ledger, "ledger"), { json, now });

    it("keeps a decision in the row, and shows what the platform had found", async () => {
        const { text, exitCode } = await run([{ ...FRAUD, note: "customer called" }]);
        assert.equal(
            text,
            [
                "live:1",
                "  decided  fraud, by a.meier",
                "  found    alert, score 0.87 by model",
                "           0.60 Amount is 5 times what is usual",
                "",
                "1 of 1 decisions stand.",
                "",
            ].join("\n"),
        );
        assert.equal(exitCode, 0);
        const kept = { decision: "fraud", decidedAt: MONDAY, decidedBy: "a.meier" };
        assert.deepEqual(ledger.row("live:1"), {
            id: "live:1",
            ...FOUND,
            ...kept,
            decidedOn: "2026-03-09",
            decisions: [{ ...kept, note: "customer called" }],
        });
    });

    it("writes what train reads: the newest decision alone, on its day", async () => {
        await run([FRAUD]);
        const decisions = new DynamoDecisions(ledger, "ledger");
        const read = { id: "live:1", recordKey: "key" };
        assert.deepEqual(await decisions.of("2026-03-09"), [{ ...read, decision: "fraud", decidedAt: MONDAY }]);
        await run([LEGITIMATE], TUESDAY);
        assert.deepEqual(await decisions.of("2026-03-09"), []);
        assert.deepEqual(await decisions.of("2026-03-10"), [{ ...read, decision: "legitimate", decidedAt: TUESDAY }]);
    });

    it("replaces another decision, says what stood before, and keeps both in their order", async () => {
        await run([FRAUD]);
        const { text } = await run([LEGITIMATE], TUESDAY);
        assert.match(text, /decided {2}legitimate, by b\.koch\n {2}before {3}fraud, by a\.meier at 2026-03-09T10:00/);
        assert.deepEqual(ledger.row("live:1").decisions, [
            { decision: "fraud", decidedAt: MONDAY, decidedBy: "a.meier" },
            { decision: "legitimate", decidedAt: TUESDAY, decidedBy: "b.koch" },
        ]);
    });

    it("takes a decision that stands without a history into it", async () => {
        ledger.put({ id: "live:1", ...FOUND, decision: "fraud", decidedOn: "2026-03-01" });
        const { text, exitCode } = await run([LEGITIMATE]);
        assert.match(text, /before {3}fraud, by nobody named\n/);
        assert.equal(exitCode, 0);
        assert.deepEqual(ledger.row("live:1").decisions, [
            { decision: "fraud" },
            { decision: "legitimate", decidedAt: MONDAY, decidedBy: "b.koch" },
        ]);
    });

    it("changes nothing at the same decision by the same person, and says so", async () => {
        await run([FRAUD]);
        const { text, exitCode } = await run([FRAUD], TUESDAY);
        assert.match(text, /stands {3}fraud, by a\.meier at 2026-03-09T10:00:00\.000Z: nothing was changed\n/);
        assert.deepEqual([exitCode, ledger.writes, ledger.row("live:1").decidedAt], [0, 1, MONDAY]);
        await run([{ ...FRAUD, by: "b.koch" }], TUESDAY);
        assert.equal(ledger.row("live:1").decidedBy, "b.koch", "another person's counts of itself");
        await run([LEGITIMATE], TUESDAY);
        assert.equal(ledger.row("live:1").decision, "legitimate", "a person may think again");
    });

    it("takes a transaction that is still on its way, and one of another decision, in one go", async () => {
        const { text, exitCode } = await run([FRAUD, { ...LEGITIMATE, id: "live:2" }]);
        assert.match(text, /live:2\n {2}decided {2}legitimate, by b\.koch\n {2}found {4}nothing yet: it is still on/);
        assert.match(text, /\n2 of 2 decisions stand\.\n$/);
        assert.deepEqual([exitCode, ledger.writes], [0, 2]);
    });

    it("writes nothing when one is of no transaction, and says which and what to check", async () => {
        ledger.put({ id: "alerts/2026-03-09T10:00" });
        const given = [FRAUD, { ...FRAUD, id: "live:9" }, { ...FRAUD, id: "alerts/2026-03-09T10:00" }];
        await assert.rejects(run(given), {
            name: "UserError",
            message:
                /^The ledger has no transaction\n {2}live:9\n {2}alerts\/.*\nCheck that the id is whole.*Nothing was/,
        });
        assert.equal(ledger.writes, 0);
    });

    it("leaves what somebody else decided meanwhile, and keeps the others", async () => {
        const theirs = { decision: "legitimate", decidedAt: MONDAY, decidedBy: "c.ott" } as const;
        ledger.beforeWrite = () => ledger.put({ id: "live:1", ...FOUND, ...theirs });
        const { text, exitCode } = await run([FRAUD, { ...FRAUD, id: "live:2" }]);
        assert.match(text, /not kept fraud, by a\.meier\n {2}because {2}meanwhile it became legitimate, by c\.ott at/);
        assert.match(text, /\n1 of 2 decisions stand\. Look at the others, and decide on them again if need be\.\n$/);
        assert.equal(exitCode, 2);
        assert.deepEqual([ledger.row("live:1").decidedBy, ledger.row("live:2").decidedBy], ["c.ott", "a.meier"]);
    });

    it("knows its own write again when the answer to it was lost", async () => {
        const client = new DynamoDecisionLedger(ledger, "ledger");
        const rows = await client.rows(["live:1"]);
        await run([FRAUD]);
        const again = await decide(
            [FRAUD],
            { rows: async () => rows, keep: (all) => client.keep(all) },
            {
                json: false,
                now: MONDAY,
            },
        );
        assert.match(again.text, /decided {2}fraud, by a\.meier\n/);
        assert.deepEqual([again.exitCode, ledger.writes], [0, 1]);
    });

    it("takes the same decision that came in meanwhile, as by a second run, for one that stood", async () => {
        ledger.beforeWrite = () =>
            ledger.put({ id: "live:1", ...FOUND, decision: "fraud", decidedAt: MONDAY, decidedBy: "a.meier" });
        const { text, exitCode } = await run([FRAUD], TUESDAY);
        assert.match(text, /stands {3}fraud, by a\.meier at 2026-03-09T10:00:00\.000Z: nothing was changed\n/);
        assert.equal(exitCode, 0);
    });

    it("says which could not be written, and why", async () => {
        ledger.beforeWrite = () => {
            throw new Error("not allowed to dynamodb:UpdateItem");
        };
        const { text, exitCode } = await run([FRAUD]);
        assert.match(text, /not kept fraud, by a\.meier\n {2}because {2}Error: not allowed to dynamodb:UpdateItem\n/);
        assert.equal(exitCode, 2);
    });

    it("says the same as JSON", async () => {
        await run([FRAUD]);
        const { text } = await run(
            [
                { ...LEGITIMATE, note: "card found" },
                { ...FRAUD, id: "live:2" },
            ],
            TUESDAY,
            true,
        );
        const { verdict, score, scoredBy } = FOUND;
        assert.deepEqual(JSON.parse(text), [
            {
                ...LEGITIMATE,
                note: "card found",
                outcome: "written",
                before: { decision: "fraud", decidedAt: MONDAY, decidedBy: "a.meier" },
                found: { verdict, score, scoredBy, reasons },
            },
            { ...FRAUD, id: "live:2", outcome: "written", found: null },
        ]);
    });
});

import assert from "node:assert/strict";
import { consoleActions } from "../../../operations/console/actions.ts";
import { LedgerFake } from "../decide/ledger-fake.ts";

const noRegistry = { decide: async () => assert.fail("nothing was asked of the registry") };

describe("a decision in the console", () => {
    let ledger: LedgerFake;
    let changes: number;
    beforeEach(() => {
        ledger = new LedgerFake();
        changes = 0;
        ledger.put({ id: "live:1", state: "scored", verdict: "alert", score: 0.87, scoredBy: "model" });
    });
    const decide = (given: unknown) => {
        const outputs = { ledgerTable: "ledger", parkedBucket: "parked" };
        const onChange = () => {
            changes += 1;
        };
        const action = consoleActions({
            clients: ledger,
            outputs,
            registry: noRegistry,
            checks: async () => assert.fail(),
            onChange,
        }).get("decisions");
        assert.ok(action);
        return action(given);
    };

    it("goes the way of npm run decide, into the row and its history", async () => {
        const { done, text } = await decide({ id: "live:1", decision: "fraud", by: "a.meier", note: "called" });
        assert.equal(done, true);
        assert.match(text, /^live:1\n {2}decided {2}fraud, by a\.meier\n[\s\S]*1 of 1 decisions stand\./);
        const { decision, decisions } = ledger.row("live:1");
        assert.equal(decision, "fraud");
        assert.deepEqual(
            decisions?.map(({ decidedAt, ...kept }) => kept),
            [{ decision: "fraud", decidedBy: "a.meier", note: "called" }],
        );
        assert.equal(changes, 1);
    });

    for (const { title, given, message } of [
        {
            title: "a card number in the note",
            given: { id: "live:1", decision: "fraud", by: "a.meier", note: "card 4000000034967879" },
            message: /^The note holds what looks like a card number: leave it out\.\nNothing was written\.$/,
        },
        {
            title: "a decision that there is not",
            given: { id: "live:1", decision: "maybe", by: "a.meier" },
            message: /^The decision "maybe" is not known: choose fraud or legitimate\./,
        },
        {
            title: "a full name",
            given: { id: "live:1", decision: "fraud", by: "Anna Meier" },
            message: /^"Anna Meier" cannot say who decided/,
        },
        {
            title: "what is no decision at all",
            given: ["live:1"],
            message: /^Not understood: a decision has id, decision, by and, if need be, a note, each as a text\.$/,
        },
        {
            title: "a transaction that there is not",
            given: { id: "live:2", decision: "fraud", by: "a.meier" },
            message: /^The ledger has no transaction\n {2}live:2\n/,
        },
    ]) {
        it(`refuses ${title}, and writes nothing`, async () => {
            await assert.rejects(decide(given), { name: "UserError", message });
            assert.equal(ledger.row("live:1").decision, undefined);
            assert.equal(changes, 0);
        });
    }
});

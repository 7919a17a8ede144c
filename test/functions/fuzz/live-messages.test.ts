import assert from "node:assert/strict";
import fc from "fast-check";
import { isReason } from "../../../contract/reasons.ts";
import { checkTransaction } from "../../../contract/transaction/check.ts";
import { canonicalJson } from "../../../contract/transaction/transaction.ts";
import { containsCardNumber } from "../../../contract/values/card-number.ts";
import { inspect } from "../../../functions/screen/inspect.ts";
import { emptyCloud } from "../support/cloud.ts";
import { message, quarantined, run } from "../support/screen-runs.ts";
import { bounded, mutated } from "./support/mutations.ts";
import { casesOf, firstLines } from "./support/texts.ts";

const RECEIVED = "2026-12-31T00:00:00.000Z";
const inspected = (body: string) => inspect({ messageId: "m", body, origin: "sqs:m", receivedAt: RECEIVED });

const cases = casesOf("live-messages");
const samples = firstLines("live/messages-2026-10-11.ndjson", 12).trimEnd().split("\n");

describe("nasty live messages", () => {
    for (const { name, bytes, expected } of cases) {
        it(`${name} comes to what lies beside it`, () => {
            const found = inspected(bytes.toString());
            const told = found.ok
                ? { text: found.text }
                : { reason: found.refusal.reason, field: found.refusal.field ?? "" };
            assert.deepEqual(told, expected);
        });
    }
});

describe("live messages, damaged at random", () => {
    const bodies = mutated([...samples, ...cases.map(({ bytes }) => bytes)]).map(String);

    it("go on in canonical form, which stays what it is, or are refused for a reason", () => {
        fc.assert(
            fc.property(bodies, (body) => {
                const found = inspected(body);
                if (!found.ok) {
                    assert.ok(isReason(found.refusal.reason), found.refusal.reason);
                    return;
                }
                assert.deepEqual(checkTransaction(JSON.parse(found.text)), {
                    ok: true,
                    transaction: found.transaction,
                });
                assert.equal(canonicalJson(found.transaction), found.text);
                assert.deepEqual(inspected(found.text), found);
            }),
            bounded(3000),
        );
    });

    it("carry no card number on, neither forwarded nor refused", () => {
        fc.assert(
            fc.property(bodies, (body) => {
                const found = inspected(body);
                // Each value as it reads: a control character beside digits is written as digits, yet is none.
                for (const value of Object.values(found.ok ? found.transaction : found.refusal)) {
                    assert.ok(!containsCardNumber(String(value)), String(value));
                }
            }),
            { ...bounded(3000), examples: [[`\u0004111 1111 1111 1111${samples[0]}`]] },
        );
    });

    it("are each forwarded, refused or known, in batches", async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(bodies, { minLength: 1, maxLength: 8 }), async (batch) => {
                const cloud = emptyCloud();
                const { outcome } = await run(
                    cloud,
                    batch.map((body) => message(body, undefined, RECEIVED)),
                );
                const { forwarded, duplicates, failures } = outcome;
                assert.equal(failures.size, 0);
                assert.equal(cloud.screened.length, forwarded);
                // A conflict is kept aside as well.
                assert.equal(batch.length, forwarded + duplicates + quarantined(cloud).size);
            }),
            bounded(300),
        );
    });
});

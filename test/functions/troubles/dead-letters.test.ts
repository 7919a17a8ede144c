import assert from "node:assert/strict";
import { canonicalJson, type Transaction } from "../../../contract/transaction/transaction.ts";
import { park } from "../../../functions/park/park.ts";
import { type ReplayMessage, replay } from "../../../functions/park/replay.ts";
import { deliveryOf } from "../../../functions/screen/delivery.ts";
import { type Cloud, emptyCloud, portsTo } from "../support/cloud.ts";
import { recordLines } from "../support/ending.ts";
import * as scoring from "../support/score-runs.ts";
import * as screening from "../support/screen-runs.ts";
import { sqsRecord } from "../support/sqs-record.ts";
import { transaction } from "../support/transactions.ts";

const SENT = "2026-03-02T12:00:00.000Z";
const NINE_DAYS_LATER = "2026-03-11T12:00:00.000Z";
const payment = transaction({ occurredAt: SENT });

/** Parks a dead letter of `queue` and puts it back nine days later: what the queue then holds. */
async function putBack(cloud: Cloud, queue: string): Promise<ReplayMessage[]> {
    const record = sqsRecord({ body: canonicalJson(payment), sentAt: SENT, queue: `${queue}-dead`, source: queue });
    await park([record], portsTo(cloud), "2026-03-02T13:00:00.000Z");
    const sent: ReplayMessage[] = [];
    const prefix = "parked/";
    const outcome = await replay(
        `${queue}-dead/2026-03-02/`,
        {
            keys: async function* (under) {
                for (const key of cloud.objects.keys())
                    if (key.startsWith(prefix + under)) yield key.slice(prefix.length);
            },
            read: async (key) => String(cloud.objects.get(prefix + key)),
            send: async (_, message) => void sent.push(message),
            write: async (key, body) => void cloud.objects.set(prefix + key, body),
        },
        NINE_DAYS_LATER,
    );
    assert.deepEqual([outcome.replayed.length, outcome.refused], [1, []]);
    return sent;
}

function delivered({ body, attributes }: ReplayMessage) {
    const texts = Object.entries(attributes).map(([name, { StringValue = "" }]) => [name, StringValue]);
    return deliveryOf(
        sqsRecord({ messageId: "m-9", body, sentAt: NINE_DAYS_LATER, attributes: Object.fromEntries(texts) }),
    );
}

async function scored(cloud: Cloud): Promise<void> {
    const batch = cloud.screened.map(({ body }): Transaction => JSON.parse(body));
    const { outcome } = await scoring.run(cloud, batch);
    assert.equal(outcome.failures.size, 0);
}

describe("trouble with a dead letter older than a week", () => {
    it("put back on incoming, it is screened and scored once, under the date of its transaction", async () => {
        const cloud = emptyCloud();
        const [message] = await putBack(cloud, "incoming");
        assert.ok(message);
        const delivery = delivered(message);
        assert.deepEqual([delivery.origin, delivery.receivedAt], ["sqs:m-1", SENT]);
        for (const _ of ["put back", "delivered again"]) await screening.run(cloud, [delivery]);
        await scored(cloud);
        assert.deepEqual(
            recordLines(cloud).map(({ id, occurredAt, receivedAt }) => [id, occurredAt, receivedAt]),
            [["live:1", SENT, SENT]],
        );
        assert.ok([...cloud.objects.keys()].some((key) => key.startsWith("records/") && key.includes("2026-03-02")));
        assert.equal(cloud.ledger.get("live:1")?.state, "scored");
    });

    it("sent again by its producer meanwhile, it waits for nobody and is counted once", async () => {
        const cloud = emptyCloud();
        await screening.run(cloud, [screening.message(canonicalJson(payment), "sqs:again", SENT)]);
        const [message] = await putBack(cloud, "incoming");
        assert.ok(message);
        const { outcome } = await screening.run(cloud, [delivered(message)]);
        assert.deepEqual([outcome.forwarded, outcome.duplicates], [0, 1]);
        assert.deepEqual([...(cloud.ledger.get("live:1")?.duplicateOrigins ?? [])], ["sqs:m-1"]);
        await scored(cloud);
        assert.equal(recordLines(cloud).length, 1);
    });

    it("put back on screened, it is scored once although its row was forwarded a week ago", async () => {
        const cloud = emptyCloud();
        await screening.run(cloud, [screening.message(canonicalJson(payment), "sqs:first", SENT)]);
        const [message] = await putBack(cloud, "screened");
        assert.equal(message?.body, cloud.screened[0]?.body);
        for (const _ of ["put back", "delivered again"]) await scored(cloud);
        assert.equal(recordLines(cloud).length, 1);
        assert.equal(cloud.ledger.get("live:1")?.state, "scored");
    });
});

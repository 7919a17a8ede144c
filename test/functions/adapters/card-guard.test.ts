import assert from "node:assert/strict";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoActivityStore } from "../../../functions/adapters/activity.ts";
import { DynamoAlertCounter } from "../../../functions/adapters/alert-counter.ts";
import { CardNumberError, wasStopped } from "../../../functions/adapters/card-guard.ts";
import { DynamoClaimLedger } from "../../../functions/adapters/claim-ledger.ts";
import { loggerOf } from "../../../functions/adapters/logger.ts";
import { DynamoWatermarks } from "../../../functions/collect/dynamo-watermarks.ts";
import { Exits } from "../cards/support/exits.ts";
import { transaction } from "../support/transactions.ts";

const CARD = "4539578763621486";
const ESCAPED = `{"id":"\\u0034539 5787 6362 1486"}`;
const attributes = (origin: string) => ({ origin: { DataType: "String", StringValue: origin } }) as const;

describe("the guard at the exits", () => {
    it("sends no message with a card number in its body or attributes, and all those beside it", async () => {
        const exits = new Exits();
        const outcomes = await exits.queue().send([
            { body: '{"id":"1"}', attributes: attributes("s3:a#1#1") },
            { body: ESCAPED, attributes: attributes("s3:a#1#2") },
            { body: "{}", attributes: attributes(`s3:${CARD}.csv#1#3`) },
            { body: '{"id":"4"}', attributes: attributes("s3:a#1#4") },
        ]);
        assert.deepEqual(
            outcomes.map(({ status }) => status),
            ["fulfilled", "rejected", "rejected", "fulfilled"],
        );
        assert.ok(outcomes[1]?.status === "rejected" && outcomes[1].reason instanceof CardNumberError);
        assert.deepEqual(
            exits.messages().map(({ body }) => body),
            ['{"id":"1"}', '{"id":"4"}'],
        );
    });

    it("writes no object with one in its key or in a line of its JSON", async () => {
        const exits = new Exits();
        const objects = exits.objects();
        await assert.rejects(objects.write(`rows/${CARD}.json`, "{}", "application/json"), CardNumberError);
        await assert.rejects(objects.write("rows/a.json", `{}\n${ESCAPED}\n`, "application/x-ndjson"), CardNumberError);
        assert.deepEqual(exits.left, []);
    });

    it("lets hashes of ours, fractions and figures in tables pass", async () => {
        const exits = new Exits();
        const sha256 = `ab${CARD}cd`.padEnd(64, "e");
        await exits
            .objects()
            .write("a.json", JSON.stringify({ sha256, score: 0.4539578763621486 }), "application/json");
        await exits.objects().write("a.csv", `1,${CARD}`, "text/csv");
        assert.equal(exits.left.length, 2);
    });

    it("looks at JSON by its values, however it is laid out", async () => {
        const exits = new Exits();
        const laidOut = (value: object): string => `${JSON.stringify(value, undefined, 4)}\n`;
        const figures = { challenger: { recallAtBudget: 0.4539578763621486, averagePrecision: 0.5555555555554444 } };
        await exits.objects().write("report.json", laidOut(figures), "application/json");
        for (const value of [CARD, Number(CARD)]) {
            const report = laidOut({ ...figures, faults: [value] });
            await assert.rejects(exits.objects().write("report.json", report, "application/json"), CardNumberError);
        }
        assert.equal(exits.left.length, 1);
    });

    it("tells people masked rather than not at all", async () => {
        const exits = new Exits();
        await exits.topic().publish(`about ${CARD}`, { detail: `file ${CARD}.csv` });
        assert.deepEqual(exits.left, [
            {
                TopicArn: "arn:topic",
                Subject: "about 453957******1486",
                Message: '{"detail":"file 453957******1486.csv"}',
            },
        ]);
    });

    it("claims no id in the ledger that holds one, and the others", async () => {
        const sent: object[] = [];
        const client = { send: async ({ input }: { input: object }) => void sent.push(input) };
        const ledger = new DynamoClaimLedger(client as unknown as DynamoDBClient, "ledger");
        const claim = (id: string) => ({
            ...{ id, source: "live", contentHash: "c".repeat(64), origin: "sqs:1", occurredAt: "", claimedAt: "" },
            receivedAt: "2026-03-01T08:00:00.000Z",
        });
        const [refused, taken] = await ledger.claim([claim(`live:${CARD}`), claim("live:2")]);
        assert.ok(refused?.status === "rejected" && refused.reason instanceof CardNumberError);
        assert.equal(taken?.status, "fulfilled");
        assert.ok(!JSON.stringify(sent).includes(CARD));
    });

    it("remembers no activity of a transaction that holds one, and that of the others", async () => {
        const sent: object[] = [];
        const client = {
            send: async ({ input }: { input: object }) => {
                sent.push(input);
                return {};
            },
        };
        const store = new DynamoActivityStore(client as unknown as DynamoDBClient, "activity");
        const outcomes = await store.add([
            transaction({ id: "live:1" }),
            transaction({ id: "live:2", deviceId: CARD }),
            transaction({ id: "live:3" }),
        ]);
        assert.deepEqual(
            outcomes.map((outcome) => (outcome.status === "fulfilled" ? "taken" : wasStopped(outcome))),
            ["taken", true, "taken"],
        );
        assert.match(JSON.stringify(sent), /live:1.*live:3/);
        assert.ok(!JSON.stringify(sent).includes(CARD));
    });

    it("counts no alerts under a name with one, and keeps no watermark of a source with one", async () => {
        const sent: object[] = [];
        const client = {
            send: async ({ input }: { input: object }) => {
                sent.push(input);
                return {};
            },
        };
        const dynamo = client as unknown as DynamoDBClient;
        const counter = new DynamoAlertCounter(dynamo, "activity");
        await assert.rejects(counter.add("2026-03-01T08:00Z", `of ${CARD}`, 1), CardNumberError);
        await assert.rejects(new DynamoWatermarks(dynamo, "marks").write(CARD, { until: "" }), CardNumberError);
        assert.deepEqual(sent, []);
        await counter.add("2026-03-01T08:00Z", `${CARD}${"f".repeat(16)}`, 1);
        assert.equal(sent.length, 2, "a hash of ours is none");
    });

    it("writes no table with one among its words; figures are figures", async () => {
        const exits = new Exits();
        const write = (csv: string) => exits.objects().write("a.csv", csv, "text/csv");
        await assert.rejects(write(`1,card,DE,0.5\n0,x ${CARD},FR,1\n`), CardNumberError);
        await write(`1,card,DE,${CARD}\n0,wire,FR,-1.5e3\n`);
        assert.equal(exits.left.length, 1);
    });

    it("logs errors, keys and figures without them", () => {
        const logger = loggerOf("test");
        const lines: string[] = [];
        const console = { info: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
        Object.assign(logger, { console });
        logger.info(`file ${CARD}.csv`, { key: `a/${CARD}.csv`, number: Number(CARD) });
        logger.error("failed", { error: new Error(`no ${CARD}`) });
        assert.equal(lines.length, 2);
        assert.ok(
            lines.every((line) => line.includes("453957******1486") && !line.includes(CARD)),
            lines.join("\n"),
        );
    });
});

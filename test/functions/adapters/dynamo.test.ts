import assert from "node:assert/strict";
import {
    DescribeTableCommand,
    DynamoDBClient,
    GetItemCommand,
    TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { BYTES, NOTED_ORIGINS } from "../../../contract/limits.ts";
import { arrivalOf } from "../../../contract/transaction/arrival.ts";
import { DynamoActivityStore } from "../../../functions/adapters/activity.ts";
import { DynamoAlertCounter } from "../../../functions/adapters/alert-counter.ts";
import { DynamoClaimLedger } from "../../../functions/adapters/claim-ledger.ts";
import { untilProcessed } from "../../../functions/adapters/dynamo.ts";
import type { Claim, Finding } from "../../../functions/adapters/ledger-row.ts";
import { DynamoScoreLedger } from "../../../functions/adapters/score-ledger.ts";
import { create, resource } from "../../local/services/support/resources.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";
import { later, transaction } from "../support/transactions.ts";

const AT = "2026-03-02T12:00:00.000Z";
const LEDGER = "adapters-ledger";
const ACTIVITY = "adapters-activity";

const table = (name: string, keys: string[]) =>
    resource("aws:dynamodb/table:Table", name, {
        name,
        hashKey: keys[0],
        ...(keys[1] === undefined ? {} : { rangeKey: keys[1] }),
        attributes: keys.map((key) => ({ name: key, type: "S" })),
        billingMode: "PAY_PER_REQUEST",
    });

function claim(id: string, changes: Partial<Claim> = {}): Claim {
    const times = { occurredAt: AT, receivedAt: AT, claimedAt: AT };
    return { id, source: "live", contentHash: "hash", origin: "sqs:1", ...times, ...changes };
}

const values = <Value>(outcomes: PromiseSettledResult<Value>[]): unknown[] =>
    outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value : "rejected"));

describe("DynamoDB adapters, on the local services", () => {
    let dynamo: DynamoDBClient;
    let claims: DynamoClaimLedger;
    let scores: DynamoScoreLedger;

    before(async () => {
        const { clients } = await sharedServices();
        await create(table(LEDGER, ["id"]), clients);
        await create(table(ACTIVITY, ["accountId", "at"]), clients);
        dynamo = clients.of(DynamoDBClient);
        for (const TableName of [LEDGER, ACTIVITY]) {
            for (let status: string | undefined; status !== "ACTIVE"; ) {
                status = (await dynamo.send(new DescribeTableCommand({ TableName }))).Table?.TableStatus;
            }
        }
        claims = new DynamoClaimLedger(dynamo, LEDGER);
        scores = new DynamoScoreLedger(dynamo, LEDGER);
    });

    const rowOf = async (id: string) => (await scores.rows([id])).get(id);

    const claimed = (id: string) => {
        const row = claim(id);
        return { ...row, state: "claimed", arrival: arrivalOf(row.receivedAt, id) };
    };

    it("claims what nobody claimed, and shows the row that stands against a claim", async () => {
        assert.deepEqual(values(await claims.claim([claim("c:1"), claim("c:2")])), [undefined, undefined]);
        const later = await claims.claim([claim("c:3"), claim("c:1", { origin: "sqs:9" }), claim("c:4")]);
        assert.deepEqual(values(later), [undefined, claimed("c:1"), undefined]);
        assert.deepEqual(await rowOf("c:4"), claimed("c:4"));
    });

    it("claims hundreds at once, each independent of the others", async () => {
        const all = Array.from({ length: 250 }, (_, index) => claim(`many:${index}`));
        await claims.claim(all.filter((_, index) => index % 7 === 0));
        const outcomes = values(await claims.claim(all));
        assert.deepEqual(
            outcomes.map((row) => row === undefined),
            all.map((_, index) => index % 7 !== 0),
        );
    });

    it("lets only one of many at once have a claim", async () => {
        const rivals = Array.from({ length: 8 }, (_, index) => `sqs:${index}`);
        const outcomes = await Promise.all(
            rivals.map((origin) => claims.claim([claim("rival:1", { origin }), claim(`rival:${origin}`)])),
        );
        const winners = outcomes.filter(([outcome]) => outcome?.status === "fulfilled" && outcome.value === undefined);
        assert.equal(winners.length, 1);
    });

    it("notes each further origin once", async () => {
        await claims.claim([claim("n:1")]);
        for (let time = 0; time < 2; time++) {
            await claims.note([{ id: "n:1", origin: "sqs:2", kind: "duplicate" }]);
            await claims.note([{ id: "n:1", origin: "sqs:3", kind: "conflict" }]);
        }
        await claims.note([{ id: "n:1", origin: "sqs:4", kind: "duplicate" }]);
        const row = await rowOf("n:1");
        assert.deepEqual(row?.duplicateOrigins, new Set(["sqs:2", "sqs:4"]));
        assert.deepEqual(row?.conflictOrigins, new Set(["sqs:3"]));
    });

    it("notes of one transaction as many origins as its row has room for, and takes the others as noted", async () => {
        await claims.claim([claim("m:1")]);
        const origin = (number: number): string => `s3:${"n".repeat(BYTES.origin - 8)}#${number}`;
        for (let number = 0; number < NOTED_ORIGINS + 2; number++) {
            const [outcome] = await claims.note([{ id: "m:1", origin: origin(number), kind: "duplicate" }]);
            assert.equal(outcome?.status, "fulfilled", JSON.stringify(outcome));
        }
        assert.equal((await rowOf("m:1"))?.duplicateOrigins?.size, NOTED_ORIGINS);
        assert.equal(
            (await claims.note([{ id: "m:1", origin: origin(0), kind: "duplicate" }]))[0]?.status,
            "fulfilled",
        );
    });

    it("does not make up a row for a note or a finding", async () => {
        const note = await claims.note([{ id: "none", origin: "sqs:2", kind: "duplicate" }]);
        const record = await scores.record([{ id: "none", finding: finding(1), at: AT, final: true }]);
        assert.deepEqual([note[0]?.status, record[0]?.status], ["rejected", "rejected"]);
        assert.equal(await rowOf("none"), undefined);
    });

    const finding = (revision: number, verdict: "pass" | "alert" = "pass"): Finding => ({
        score: revision / 10,
        verdict,
        scoredBy: "rules",
        reasons: [{ code: "night", text: "at night", points: 10 }],
        revision,
        recordKey: `key-${revision}`,
    });

    it("keeps the finding that saw more, in whichever order they come", async () => {
        await claims.claim([claim("s:1"), claim("s:2")]);
        const own = (id: string) => ({ id, finding: finding(2), at: AT, final: true });
        const other = (id: string) => ({
            id,
            finding: finding(3, "alert"),
            at: later(0),
            alertId: "alert_1",
            final: false,
        });
        await scores.record([own("s:1")]);
        await scores.record([other("s:1")]);
        await scores.record([other("s:2")]);
        assert.equal((await rowOf("s:2"))?.state, "claimed");
        await scores.record([own("s:2")]);
        for (const id of ["s:1", "s:2"]) {
            const { state, revision, verdict, score, recordKey, reasons, alertId, alertedAt, scoredAt } =
                (await rowOf(id)) ?? {};
            assert.deepEqual(
                { state, revision, verdict, score, recordKey, reasons, alertId, alertedAt, scoredAt },
                {
                    ...{ state: "scored", revision: 3, verdict: "alert", score: 0.3, recordKey: "key-3" },
                    reasons: finding(3).reasons,
                    ...{ alertId: "alert_1", alertedAt: later(0), scoredAt: AT },
                },
            );
        }
    });

    it("keeps the first times when a finding is written again", async () => {
        await claims.claim([claim("t:1")]);
        const write = { id: "t:1", finding: finding(2, "alert"), alertId: "alert_1", final: true };
        await scores.record([{ ...write, at: AT }]);
        await scores.record([{ ...write, at: later(0) }]);
        const row = await rowOf("t:1");
        assert.deepEqual([row?.scoredAt, row?.alertedAt], [AT, AT]);
    });

    it("reads the rows of more ids than one request takes", async () => {
        const ids = Array.from({ length: 250 }, (_, index) => `many:${index}`);
        assert.equal((await scores.rows([...ids, "absent"])).size, 250);
        assert.equal((await scores.rows([])).size, 0);
    });

    it("keeps activity for eight days, and gives it back sorted and whole", async () => {
        const store = new DynamoActivityStore(dynamo, ACTIVITY, () => Date.parse(AT));
        const list = Array.from({ length: 60 }, (_, index) =>
            transaction({ id: `live:${index}`, occurredAt: later(index * 60_000), counterpartyId: "x".repeat(100) }),
        );
        const card = { channel: "card", merchantCategory: "5411", deviceId: "phone" } as const;
        const last = transaction({ id: "live:last", occurredAt: later(59 * 60_000), ...card });
        const other = transaction({ id: "live:other", accountId: "account-2", occurredAt: later(60_000) });
        await store.add([last, other, ...[...list].reverse()]);
        await store.add([last]);
        assert.deepEqual(await store.read("account-1", later(60_000), later(59 * 60_000)), [...list.slice(1), last]);
        const Key = { accountId: { S: "account-1" }, at: { S: `${later(0)}#live:0` } };
        const { Item } = await dynamo.send(new GetItemCommand({ TableName: ACTIVITY, Key }));
        assert.equal(Item?.expiresAt?.N, String(Date.parse(AT) / 1000 + 8 * 24 * 3600));
    });

    it("follows every page of a long activity", async () => {
        const store = new DynamoActivityStore(dynamo, ACTIVITY);
        // A page holds 1 MB.
        const list = Array.from({ length: 30 }, (_, index) =>
            transaction({
                id: `live:${index}`,
                accountId: "long",
                occurredAt: later(index),
                deviceId: "x".repeat(50_000),
            }),
        );
        await store.add(list);
        assert.deepEqual(await store.read("long", later(0), later(100)), list);
    });

    it("counts the alerts of a minute over all batches, each once", async () => {
        const counter = new DynamoAlertCounter(dynamo, ACTIVITY);
        assert.equal(await counter.add("2026-03-02T12:00Z", "batch-1", 3), 3);
        assert.equal(await counter.add("2026-03-02T12:00Z", "batch-2", 4), 7);
        assert.equal(await counter.add("2026-03-02T12:00Z", "batch-1", 3), 7);
        assert.equal(await counter.add("2026-03-02T12:01Z", "batch-3", 1), 1);
    });
});

describe("conditional writes", () => {
    it("fail one by one when the whole request fails", async () => {
        const broken = { send: () => Promise.reject(new Error("no route")) } as unknown as DynamoDBClient;
        const outcomes = await new DynamoClaimLedger(broken, LEDGER).claim([claim("x:1"), claim("x:2")]);
        assert.deepEqual(values(outcomes), ["rejected", "rejected"]);
    });

    it("go one by one where transactions keep getting in each other's way", async () => {
        const sent: string[] = [];
        const busy = {
            send: async (command: object) => {
                sent.push(command.constructor.name);
                if (!(command instanceof TransactWriteItemsCommand)) return {};
                const { TransactionCanceledException } = await import("@aws-sdk/client-dynamodb");
                const CancellationReasons = [{ Code: "TransactionConflict" }, { Code: "None" }];
                throw new TransactionCanceledException({ message: "busy", $metadata: {}, CancellationReasons });
            },
        } as unknown as DynamoDBClient;
        const outcomes = await new DynamoClaimLedger(busy, LEDGER).claim([claim("x:1"), claim("x:2")]);
        assert.deepEqual(values(outcomes), [undefined, undefined]);
        const singles = sent.filter((name) => name === "PutItemCommand");
        assert.deepEqual([sent.length, singles.length], [4, 2]);
    });
});

describe("untilProcessed", () => {
    it("repeats with what was left undone", async () => {
        const requests: number[][] = [];
        await untilProcessed([1, 2, 3], async (request) => {
            requests.push(request);
            return request.length > 1 ? request.slice(1) : undefined;
        });
        assert.deepEqual(requests, [[1, 2, 3], [2, 3], [3]]);
    });

    it("gives up when nothing gets done", async () => {
        await assert.rejects(
            untilProcessed([1], async (request) => request),
            { name: "UnprocessedError", message: "DynamoDB left parts of a batch undone 6 times" },
        );
    });
});

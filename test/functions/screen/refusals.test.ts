import assert from "node:assert/strict";
import { BYTES } from "../../../contract/limits.ts";
import { emptyCloud } from "../support/cloud.ts";
import { message, quarantined, refusalOf, run } from "../support/screen-runs.ts";
import { transaction } from "../support/transactions.ts";

const CARD = "4111111111111111";
const json = (changes: object): string => JSON.stringify({ ...transaction(), ...changes });
const card = { channel: "card", merchantCategory: "5411", cardToken: `tok_v1_${"a".repeat(43)}` };

const refused: { title: string; body: string; reason: string }[] = [
    { title: "text that is not JSON", body: "hello", reason: "invalid-message" },
    { title: "an empty message", body: "", reason: "invalid-message" },
    { title: "a JSON value that is no object", body: "[1]", reason: "invalid-message" },
    { title: "null", body: "null", reason: "invalid-message" },
    { title: "a field nobody knows", body: json({ note: "x" }), reason: "invalid-message" },
    { title: "an absent field", body: json({ currency: undefined }), reason: "missing-field" },
    { title: "an id with blanks", body: json({ id: "a b" }), reason: "invalid-identifier" },
    { title: "a negative amount", body: json({ amountMinor: -1 }), reason: "invalid-amount" },
    { title: "no amount at all", body: json({ amountMinor: 0 }), reason: "invalid-amount" },
    { title: "an amount with a fraction", body: json({ amountMinor: 1.5 }), reason: "invalid-amount" },
    { title: "an amount beyond safe integers", body: json({ amountMinor: 2 ** 53 }), reason: "invalid-amount" },
    { title: "an unknown currency", body: json({ currency: "EUX" }), reason: "unknown-currency" },
    { title: "a time without a zone", body: json({ occurredAt: "2026-03-02T12:00:00" }), reason: "invalid-time" },
    { title: "an unknown channel", body: json({ channel: "cheque" }), reason: "unknown-channel" },
    { title: "an unknown country", body: json({ country: "ZZ" }), reason: "unknown-country" },
    {
        title: "a merchant category of letters",
        body: json({ ...card, merchantCategory: "food" }),
        reason: "invalid-merchant-category",
    },
    { title: "an account paying itself", body: json({ counterpartyId: "account-1" }), reason: "same-party" },
    {
        title: "a time more than five minutes after receipt",
        body: json({ occurredAt: "2026-03-02T12:05:30.001Z" }),
        reason: "in-the-future",
    },
    { title: "a card number as an account", body: json({ accountId: CARD }), reason: "contains-card-number" },
    { title: "a card number as a number", body: json({ note: 4111111111111111 }), reason: "contains-card-number" },
    { title: "a card number in groups", body: json({ note: "4111 1111 1111 1111" }), reason: "contains-card-number" },
    { title: "a card number in text that is not JSON", body: `pay ${CARD}`, reason: "contains-card-number" },
    {
        title: "a card number that only its exponent hides",
        body: json({ amountMinor: "?" }).replace('"?"', "41111111111111110e-1"),
        reason: "contains-card-number",
    },
    {
        title: "a card number behind escapes",
        body: json({ note: CARD }).replace("4111", "\\u0034\\u0031\\u0031\\u0031"),
        reason: "contains-card-number",
    },
];

describe("screen refuses", () => {
    for (const { title, body, reason } of refused) {
        it(`${title}: ${reason}`, async () => {
            assert.equal(await refusalOf(message(body), emptyCloud()), reason);
        });
    }

    it("a card number in the origin, and masks it there too", async () => {
        const cloud = emptyCloud();
        await run(cloud, [message(json({}), `s3:${CARD}.csv`)]);
        assert.equal([...quarantined(cloud).values()][0]?.reason, "contains-card-number");
        assert.ok(!JSON.stringify([...cloud.objects, ...cloud.published]).includes(CARD));
    });

    it("a card number in the longest origin, under one that is no longer and still tells messages apart", async () => {
        const longest = `${`${CARD} `.padEnd(BYTES.origin - 2, "o")}é`;
        const cloud = emptyCloud();
        await run(cloud, [message(json({}), longest), message(json({ id: "live:2" }), longest)]);
        const origins = [...quarantined(cloud).values()].map(({ origin = "" }) => origin);
        assert.equal(new Set(origins).size, 2);
        for (const origin of origins) {
            assert.ok(Buffer.byteLength(origin) <= BYTES.origin, `${Buffer.byteLength(origin)}`);
            assert.match(origin, /#message:[\w-]+$/);
        }
    });

    it("a card number without keeping or telling it anywhere", async () => {
        for (const { body } of refused.filter(({ reason }) => reason === "contains-card-number")) {
            const cloud = emptyCloud();
            await run(cloud, [message(body)]);
            const kept = JSON.stringify([...cloud.objects, ...cloud.published, ...cloud.ledger, ...cloud.screened]);
            assert.ok(!/4111[ ]?1111[ ]?1111[ ]?1111/.test(kept) && !kept.includes("u0031"), body);
        }
    });

    it("no message for the name that SQS gave it, or that S3 gave the file it came out of, however it looks", async () => {
        const messageId = "314a2309-8099-4819-9227-56786b825b10";
        const ofFile = "s3:core-banking/a.ndjson#0f153b4b-4576-416d-85e6-048898539561#199";
        const cloud = emptyCloud();
        const live = { ...message(json({ id: "live:a" })), messageId, origin: `sqs:${messageId}` };
        const { outcome } = await run(cloud, [live, message(json({ id: "live:b" }), ofFile)]);
        assert.equal(outcome.forwarded, 2);
        assert.equal(quarantined(cloud).size, 0);
    });

    it("nothing that is right: five minutes of skew, a card payment, the largest amount", async () => {
        const bodies = [
            json({ id: "live:a", occurredAt: "2026-03-02T12:05:30.000Z" }),
            json({ id: "live:b", ...card }),
            json({ id: "live:c", amountMinor: Number.MAX_SAFE_INTEGER }),
            json({ id: "live:d", accountId: "DE89370400440532013000" }),
        ];
        const cloud = emptyCloud();
        const { outcome } = await run(
            cloud,
            bodies.map((body) => message(body)),
        );
        assert.equal(outcome.forwarded, bodies.length);
        assert.equal(quarantined(cloud).size, 0);
    });
});

describe("screen tells of refusals", () => {
    it("once for each reason and batch, with the origins", async () => {
        const cloud = emptyCloud();
        const batch = [message("x", "sqs:1"), message("y", "sqs:2"), message(json({ country: "ZZ" }), "sqs:3")];
        const { outcome } = await run(cloud, batch);
        assert.equal(outcome.quarantined, 3);
        const told = cloud.published.map(({ message: { kind, count, origins, function: name } }) => [
            name,
            kind,
            count,
            origins,
        ]);
        assert.deepEqual(told.sort(), [
            ["screen", "invalid-message", 2, ["sqs:1", "sqs:2"]],
            ["screen", "unknown-country", 1, ["sqs:3"]],
        ]);
    });

    it("in a line that says what, where and when", async () => {
        const cloud = emptyCloud();
        await run(cloud, [message(json({ country: "ZZ" }), "sqs:3")]);
        assert.deepEqual(quarantined(cloud).get("sqs:3"), {
            origin: "sqs:3",
            source: "live",
            reason: "unknown-country",
            detail: "The country is not an ISO 3166-1 alpha-2 code.",
            field: "country",
            content: json({ country: "ZZ" }),
            at: "2026-03-02T12:00:31.000Z",
        });
    });

    it("and gives the message back when the quarantine or the topic cannot be reached", async () => {
        for (const at of [0, 1]) {
            const { again } = await run(emptyCloud(), [message("x")], { fault: { at, when: "before", kills: false } });
            assert.equal(again.length, 1);
        }
    });

    it("and keeps no more of a huge message than a person reads", async () => {
        const cloud = emptyCloud();
        await run(cloud, [message("x".repeat(1_000_000), "sqs:1")]);
        assert.equal(quarantined(cloud).get("sqs:1")?.content?.length, 16_384);
    });
});

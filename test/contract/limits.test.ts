import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { discrepancy, MAX_ORIGINS } from "../../contract/discrepancy.ts";
import { manifestKey } from "../../contract/files/manifest.ts";
import { fileCopyKey, fileLineKey, messageKey, rowsKey } from "../../contract/files/quarantine.ts";
import { BYTES, CLOUD_BYTES, NOTED_ORIGINS } from "../../contract/limits.ts";
import { REASONS } from "../../contract/reasons.ts";
import { envelopeAttributes } from "../../contract/transaction/envelope.ts";
import { CARD_TOKEN, IDENTIFIER, SOURCE } from "../../contract/transaction/identifiers.ts";
import { fileOrigin } from "../../contract/transaction/origin.ts";
import { CHANNELS, canonicalJson, type Transaction } from "../../contract/transaction/transaction.ts";
import { RULES } from "../../model/rules/rules.ts";
import { paths } from "../../tools/paths.mjs";

const TIME = "2026-03-02T12:00:00.000Z";
const [IDENTITY, NAME, VERSION] = [
    "i".repeat(BYTES.identifier),
    "n".repeat(BYTES.fileName),
    "v".repeat(BYTES.fileVersion),
];
const ORIGIN = "o".repeat(BYTES.origin);
const LARGEST_ROW = 9_999_999_999;
const bytesOf = (value: unknown): number =>
    Buffer.byteLength(typeof value === "string" ? value : JSON.stringify(value));

/** Which limit each column has to hold. */
const COLUMNS: Readonly<Record<string, number>> = {
    ...Object.fromEntries(
        [
            "id",
            "transaction_id",
            "account_id",
            "accountid",
            "counterparty_id",
            "counterpartyid",
            "device_id",
            "deviceid",
        ].map((name) => [name, BYTES.identifier]),
    ),
    source: BYTES.source,
    currency: 3,
    country: 2,
    merchant_category: 4,
    merchantcategory: 4,
    card_token: BYTES.cardToken,
    cardtoken: BYTES.cardToken,
    channel: BYTES.channel,
    verdict: BYTES.verdict,
    scored_by: BYTES.scoredBy,
    scoredby: BYTES.scoredBy,
    origin: BYTES.origin,
    reason: BYTES.reason,
    code: BYTES.reason,
    text: BYTES.reasonText,
    file: BYTES.fileName,
};

describe("the limits", () => {
    for (const file of [
        "migrations/0001-transactions.sql",
        "migrations/0003-quarantine.sql",
        "load-transactions.sql",
        "load-quarantine.sql",
    ]) {
        it(`fit the columns of the warehouse's ${file}, each of which has one`, () => {
            const sql = readFileSync(path.join(paths.root, "analytics/warehouse", file), "utf8");
            const columns = [...sql.matchAll(/(\w+)(?: |::)(?:VAR)?CHAR\((\d+)\)/g)];
            assert.ok(columns.length >= 3, `${columns.length} columns`);
            for (const [, name = "", width] of columns) {
                const most = COLUMNS[name];
                assert.ok(most !== undefined, `the column ${name} has no limit in the list`);
                assert.ok(Number(width) >= most, `${name} has ${width} bytes and needs ${most}`);
            }
        });
    }

    it("are those of identifiers, sources and tokens", () => {
        const cases: readonly [RegExp, string, number][] = [
            [IDENTIFIER, "i", BYTES.identifier],
            [CARD_TOKEN, "tok_v1234_", BYTES.cardToken],
        ];
        for (const [pattern, begin, most] of cases) {
            assert.ok(pattern.test(begin.padEnd(most, "x")), `${most} of ${pattern}`);
            assert.ok(!pattern.test(begin.padEnd(most + 1, "x")), `${most + 1} of ${pattern}`);
        }
        assert.ok(SOURCE.test("s".repeat(BYTES.source)));
    });

    it("are not exceeded by what we say ourselves", () => {
        for (const [code, text] of Object.entries(REASONS)) {
            assert.ok(bytesOf(code) <= BYTES.reason, code);
            assert.ok(bytesOf(text) <= BYTES.reasonText, code);
        }
        for (const { code, text } of RULES) {
            assert.ok(bytesOf(code) <= BYTES.reason, code);
            assert.ok(bytesOf(text) <= BYTES.reasonText, code);
        }
        for (const channel of CHANNELS) assert.ok(bytesOf(channel) <= BYTES.channel, channel);
        for (const verdict of ["pass", "alert"]) assert.ok(bytesOf(verdict) <= BYTES.verdict);
        for (const by of ["rules", "model"]) assert.ok(bytesOf(by) <= BYTES.scoredBy);
    });

    it("let the origin of a file's row be one", () => {
        assert.ok(bytesOf(fileOrigin(NAME, VERSION, LARGEST_ROW)) <= BYTES.origin);
    });

    it("let keys of objects be some of S3", () => {
        const keys = [
            rowsKey(NAME, VERSION, LARGEST_ROW),
            fileLineKey(NAME, VERSION),
            fileCopyKey(NAME, VERSION, 99_999),
            manifestKey(NAME, VERSION),
            messageKey(ORIGIN),
        ];
        for (const key of keys) assert.ok(bytesOf(key) <= CLOUD_BYTES.objectKey, key);
    });

    const largest: Transaction = {
        ...{ id: IDENTITY, source: "s".repeat(BYTES.source), accountId: IDENTITY, counterpartyId: IDENTITY },
        ...{ amountMinor: Number.MAX_SAFE_INTEGER, currency: "EUR", occurredAt: TIME, channel: "card", country: "DE" },
        ...{ merchantCategory: "5411", cardToken: "t".repeat(BYTES.cardToken), deviceId: IDENTITY },
    };

    it("let fifty transactions with their origins into a message of SQS", () => {
        const attributes = envelopeAttributes({ origin: ORIGIN, receivedAt: TIME });
        assert.ok(50 * (bytesOf(canonicalJson(largest)) + bytesOf(attributes)) <= CLOUD_BYTES.queueMessage);
    });

    it("let a discrepancy with all of its origins into a message of SNS", () => {
        const told = discrepancy(
            "malformed-row",
            "unpack",
            new Array<string>(MAX_ORIGINS).fill(ORIGIN),
            "d".repeat(4 * BYTES.reasonText),
        );
        assert.ok(bytesOf(told) <= CLOUD_BYTES.topicMessage);
    });

    it("let a transaction be an item of DynamoDB, with all deliveries that are noted of it", () => {
        const origins = new Array<string>(NOTED_ORIGINS).fill(ORIGIN);
        const reasons = RULES.map(({ code }) => ({ code, text: "t".repeat(BYTES.reasonText), points: 100 }));
        const row = { ...largest, duplicateOrigins: origins, conflictOrigins: origins, origin: ORIGIN, reasons };
        assert.ok(bytesOf(row) <= CLOUD_BYTES.tableItem, `${bytesOf(row)}`);
        assert.ok(BYTES.identifier <= CLOUD_BYTES.partitionKey);
        assert.ok(bytesOf(`${TIME}#${IDENTITY}`) <= CLOUD_BYTES.sortKey);
    });
});

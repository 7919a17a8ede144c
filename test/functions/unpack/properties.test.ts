import assert from "node:assert/strict";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { FILE_SOURCES, type FileSource } from "../../../contract/files/landing.ts";
import { Manifest } from "../../../contract/files/manifest.ts";
import { isReason } from "../../../contract/reasons.ts";
import { checkTransaction } from "../../../contract/transaction/check.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "./support/memory-world.ts";

const SOURCES = Object.keys(FILE_SOURCES) as FileSource[];
const HEADER =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time";
const GOOD: Record<FileSource, string> = {
    "card-network": `${HEADER}\nt1,4111111111111111,a1,m1,5411,FR,1.50,EUR,2025-03-01T10:00:00Z\n`,
    "core-banking":
        '{"reference":"r1","accountId":"a","counterpartyAccount":"b","amount":1.5,"currency":"EUR","bookedAt":"2025-03-01T10:00:00Z","channel":"wire","country":"FR"}\n',
    iso20022:
        '<Document><FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId><CreDtTm>2025-03-01</CreDtTm></GrpHdr><CdtTrfTxInf><PmtId><TxId>T</TxId></PmtId><IntrBkSttlmAmt Ccy="EUR">1.5</IntrBkSttlmAmt><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct><CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct></CdtTrfTxInf></FIToFICstmrCdtTrf></Document>',
};
/** Fragments that formats, encodings and spreadsheets have choked on. */
const TOKENS = [
    ...[
        '"',
        '""',
        ",",
        ";",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "=1+1",
        "@",
        "\ufeff",
        "\u200f",
        "\u0000",
        "é",
        "😀",
        "\ud800",
        "1e308",
    ],
    ...["{", "}", "[", "]", ":", '{"amount":', "null", "\\", "\\u0000", "__proto__", "0.1", "-0", "9".repeat(30)],
    ...[
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?xml",
        "?>",
        "<!DOCTYPE a [",
        "<!ENTITY a 'b'>",
        "&a;",
        "&amp;",
        "&#0;",
    ],
    ...[
        "<CdtTrfTxInf>",
        "</CdtTrfTxInf>",
        "<GrpHdr>",
        "<FICdtTrf>",
        "xmlns=",
        "4111111111111111",
        "4111 1111 1111 1111",
    ],
];

interface Unpacked {
    manifest: Manifest;
    bodies: string[];
    reasons: string[];
    everything: string;
}

async function unpacked(source: FileSource, file: Uint8Array, chunk: number): Promise<Unpacked> {
    const world = new MemoryWorld();
    const job = world.put(`${source}/f.${FILE_SOURCES[source]}`, file);
    const limits = { rowBytes: 2000, xmlNodeLength: 2000, bombFreeBytes: 10_000, unpackedBytes: 1_000_000 };
    await unpack(job, world.ports({ chunk, limits }));
    const lines = [...world.quarantine].flatMap(([key, text]) =>
        key.startsWith("rows/") ? String(text).trimEnd().split("\n") : [],
    );
    const copies = [...world.quarantine].map(([, text]) =>
        typeof text === "string" ? text : gunzipSync(text).toString(),
    );
    return {
        manifest: Manifest.parse(JSON.parse([...world.manifests.values()][0] ?? "")),
        bodies: world.bulk.map(({ body }) => body),
        reasons: lines.map((line) => JSON.parse(line).reason),
        everything: [...copies, ...world.published, ...world.bulk.map(({ body }) => body)].join("\n"),
    };
}

async function accountsForAll(source: FileSource, file: Uint8Array, chunk: number): Promise<void> {
    const { manifest, bodies, reasons } = await unpacked(source, file, chunk);
    assert.equal(manifest.rows, manifest.sent + manifest.quarantined);
    assert.equal(bodies.length, manifest.sent);
    assert.equal(reasons.length, manifest.quarantined + (manifest.fault === undefined ? 0 : 1));
    for (const reason of reasons) assert.ok(isReason(reason), reason);
    for (const body of bodies) assert.ok(checkTransaction(JSON.parse(body)).ok, body);
}

const source = fc.constantFrom(...SOURCES);
const chunk = fc.integer({ min: 1, max: 3000 });
const packing = fc.constantFrom(
    (bytes: Buffer) => bytes,
    (bytes: Buffer) => gzipSync(bytes),
    (bytes: Buffer) => gzipSync(bytes).subarray(0, -3),
);

describe("whatever a file holds, unpack accounts for each row", () => {
    it("in arbitrary bytes", async () => {
        await fc.assert(
            fc.asyncProperty(source, fc.uint8Array({ maxLength: 500 }), chunk, packing, (format, bytes, size, pack) =>
                accountsForAll(format, pack(Buffer.from(bytes)), size),
            ),
            { numRuns: 200 },
        );
    });

    it("in fragments that formats choke on", async () => {
        const fragments = fc.array(fc.constantFrom(...TOKENS, ...Object.values(GOOD), HEADER), { maxLength: 60 });
        await fc.assert(
            fc.asyncProperty(source, fragments, chunk, fc.boolean(), (format, parts, size, headed) =>
                accountsForAll(format, Buffer.from((headed ? GOOD[format] : "") + parts.join("")), size),
            ),
            { numRuns: 400 },
        );
    });

    it("in good files with a few bytes changed", async () => {
        const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
        await fc.assert(
            fc.asyncProperty(source, changes, chunk, packing, (format, edits, size, pack) => {
                const bytes = pack(Buffer.from(GOOD[format].repeat(3)));
                for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
                return accountsForAll(format, bytes, size);
            }),
            { numRuns: 400 },
        );
    });

    it("and comes to the same however the network cuts it", async () => {
        const fragments = fc.array(fc.constantFrom(...TOKENS, ...Object.values(GOOD)), { maxLength: 40 });
        await fc.assert(
            fc.asyncProperty(source, fragments, chunk, packing, async (format, parts, size, pack) => {
                const file = pack(Buffer.from(GOOD[format] + parts.join("")));
                assert.deepEqual(await unpacked(format, file, size), await unpacked(format, file, 1_000_000));
            }),
            { numRuns: 200 },
        );
    });

    it("and passes no card number on", async () => {
        const fragments = fc.array(fc.constantFrom(...TOKENS, ...Object.values(GOOD)), { maxLength: 30 });
        await fc.assert(
            fc.asyncProperty(source, fragments, chunk, async (format, parts, size) => {
                // Digits that touch the number would make it another one.
                const text = parts.join("\n").replaceAll("9".repeat(30), "");
                const { everything } = await unpacked(format, Buffer.from(GOOD[format] + text), size);
                assert.ok(!everything.includes("4111111111111111"));
            }),
            { numRuns: 200 },
        );
    });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { MemoryWorld } from "./support/memory-world.ts";
import { manifestOf, quarantineLines } from "./support/unpacking.ts";

const README = readFileSync(new URL("../../../functions/unpack/README.md", import.meta.url), "utf8");

const HEADER =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time,device_id";
const cardRow = (id: string, amount = "12.50"): string =>
    `${id},5555555555554444,acc-1,m-1,5411,DE,${amount},EUR,2026-03-01T08:00:00Z,dev-1`;
const booking = (reference: string, amount = '"12.50"'): string =>
    `{"reference":"${reference}","accountId":"a-1","counterpartyAccount":"c-1","amount":${amount},"currency":"EUR",` +
    '"bookedAt":"2026-03-01T08:00:00Z","channel":"wire","country":"DE"}';
const transfer = (amount = "<IntrBkSttlmAmt Ccy='EUR'>10.00</IntrBkSttlmAmt>"): string =>
    `<CdtTrfTxInf><PmtId><EndToEndId>E1</EndToEndId></PmtId>${amount}<DbtrAcct><Id><Othr><Id>1</Id></Othr></Id></DbtrAcct>` +
    "<CdtrAgt><FinInstnId><BICFI>BNPAFRPP</BICFI></FinInstnId></CdtrAgt><CdtrAcct><Id><Othr><Id>2</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>";
const message = (transfers: string, version = "08"): string =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.${version}"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M1</MsgId>` +
    `<CreDtTm>2026-03-01T08:00:00Z</CreDtTm></GrpHdr>${transfers}</FIToFICstmrCdtTrf></Document>`;
const other = HEADER.split(",").reverse().join(",");
const reversed = cardRow("t2").split(",").reverse().join(",");

/** A phrase of the table of formats, a file that it is about, and how many rows are sent and why others are not. */
const CLAIMS: readonly [phrase: string, key: string, file: string | Uint8Array, sent: number, reasons: string[]][] = [
    [
        "also again and in another order",
        "card-network/a.csv",
        `${HEADER}\n${cardRow("t1")}\n${other}\n${reversed}\n`,
        2,
        [],
    ],
    [
        "rows ended by LF, CR, CRLF or all of them",
        "card-network/a.csv",
        `${HEADER}\r\n${cardRow("t1")}\r${cardRow("t2")}\n`,
        2,
        [],
    ],
    ["`1.500`", "card-network/a.csv", `${HEADER}\n${cardRow("t1", "1.500")}\n`, 0, ["ambiguous-amount"]],
    ["a header without a needed column", "card-network/a.csv", `amount,currency\n1.00,EUR\n`, 0, ["unreadable-file"]],
    ["amounts as texts too", "core-banking/a.ndjson", `${booking("1")}\n${booking("2", "12.50")}\n`, 2, []],
    ["an object a line, or several", "core-banking/a.ndjson", `${booking("1")}${booking("2")}\n`, 2, []],
    ["a line that is no object", "core-banking/a.ndjson", `${booking("1")}\n[1]\n`, 1, ["malformed-row"]],
    [
        "a field that stands twice",
        "core-banking/a.ndjson",
        `${booking("1").replace("{", '{"amount":"1.00",')}\n`,
        0,
        ["malformed-row"],
    ],
    [
        "gzip in one or several members",
        "core-banking/a.ndjson",
        Buffer.concat([gzipSync(`${booking("1")}\n`), gzipSync(booking("2"))]),
        2,
        [],
    ],
    [
        "damaged or cut before its checksum",
        "core-banking/a.ndjson",
        gzipSync(`${booking("1")}\n`).subarray(0, -4),
        0,
        ["truncated-file"],
    ],
    ["other archives", "core-banking/a.ndjson", Buffer.from("PK\u0003\u0004 and more"), 0, ["unreadable-file"]],
    ["pacs.008 of any version", "iso20022/a.xml", message(transfer(), "02") + message(transfer(), "13"), 2, []],
    ["equal payments as many as they are", "iso20022/a.xml", message(transfer() + transfer()), 2, []],
    [
        "a second amount",
        "iso20022/a.xml",
        message(transfer("<IntrBkSttlmAmt Ccy='EUR'>1</IntrBkSttlmAmt><IntrBkSttlmAmt Ccy='EUR'>2</IntrBkSttlmAmt>")),
        0,
        ["malformed-row"],
    ],
    [
        "transactions of another namespace",
        "iso20022/a.xml",
        message(transfer() + transfer().replace("<CdtTrfTxInf>", '<CdtTrfTxInf xmlns="urn:x">')),
        1,
        ["unreadable-file"],
    ],
    ["document types", "iso20022/a.xml", `<!DOCTYPE a>${message(transfer())}`, 0, ["forbidden-xml"]],
];

describe("the README's table of formats", () => {
    for (const [phrase, key, file, sent, reasons] of CLAIMS) {
        it(`is true of "${phrase}"`, async () => {
            assert.ok(README.includes(phrase), "the README says so no more");
            const world = new MemoryWorld();
            await unpack(world.put(key, file), world.ports());
            assert.equal(manifestOf(world).sent, sent);
            const found = quarantineLines(world).map(({ reason }) => reason);
            assert.deepEqual(found, reasons);
        });
    }
});

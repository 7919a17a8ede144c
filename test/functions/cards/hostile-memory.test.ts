import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { Manifest } from "../../../contract/files/manifest.ts";
import { containsCardNumber } from "../../../contract/values/card-number.ts";
import { unpack } from "../../../functions/unpack/unpack.ts";
import { bankingLine, COLUMNS, cardRow, pacs, transfer } from "../troubles/support/files.ts";
import { MemoryWorld } from "../unpack/support/memory-world.ts";

const MEGABYTE = 1_000_000;
const CARD = "4111111111111111";
const SPACED = `${[...CARD].join(" ")} `;
const [opening = "", ending = ""] = pacs(transfer("HERE")).split("HERE");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** A text of so many bytes, made of one pattern. */
const of = (bytes: number, pattern: string): string => pattern.repeat(Math.ceil(bytes / pattern.length));

interface Hostile {
    title: string;
    key: string;
    before: string;
    /** Comes again and again, between the beginning and the end. */
    piece: string;
    pieces: number;
    after: string;
    told: { rows: number; quarantined: number; fault: string };
}

const HOSTILE: Hostile[] = [
    {
        title: "12 MB of spaced digits in one value of NDJSON",
        key: "core-banking/some.ndjson",
        before: `${bankingLine("r1")}\n{"reference":"`,
        piece: of(MEGABYTE, SPACED),
        pieces: 12,
        after: `"}\n${bankingLine("r3")}\n`,
        told: { rows: 3, quarantined: 1, fault: "" },
    },
    {
        title: "rows of spaced digits as long as rows may be, in NDJSON",
        key: "core-banking/some.ndjson",
        before: "",
        piece: `{"reference":"${of(1_000_000, SPACED)}"}\n`,
        pieces: 12,
        after: "",
        told: { rows: 12, quarantined: 12, fault: "" },
    },
    {
        title: "12 MB of spaced digits in one field of CSV",
        key: "card-network/some.csv",
        before: `${COLUMNS}\n${cardRow("t1")}\nt2,`,
        piece: of(MEGABYTE, SPACED),
        pieces: 12,
        after: `\n${cardRow("t3")}\n`,
        told: { rows: 3, quarantined: 1, fault: "" },
    },
    {
        title: "long runs of digits in refused rows of CSV",
        key: "card-network/some.csv",
        before: `${COLUMNS}\n`,
        piece: of(MEGABYTE, `${of(20_000, CARD)}\n`),
        pieces: 3,
        after: "\n",
        told: { rows: 150, quarantined: 150, fault: "" },
    },
    {
        title: "a text that comments divide",
        key: "iso20022/some.xml",
        before: opening,
        piece: of(MEGABYTE, `${SPACED}<!-- ${CARD} -->`),
        pieces: 4,
        after: ending,
        told: { rows: 0, quarantined: 0, fault: "unreadable-file" },
    },
    {
        title: "a text that sections divide",
        key: "iso20022/some.xml",
        before: opening,
        piece: of(MEGABYTE, `<![CDATA[${SPACED}]]>`),
        pieces: 4,
        after: ending,
        told: { rows: 0, quarantined: 0, fault: "unreadable-file" },
    },
    {
        title: "texts of digits as long as texts may be, in each part of a payment",
        key: "iso20022/some.xml",
        before: opening.slice(0, opening.indexOf("<CdtTrfTxInf>")),
        piece: pacs(transfer(of(250_000, SPACED))).replace(
            /^[\s\S]*?(?=<CdtTrfTxInf>)|(?<=<\/CdtTrfTxInf>)[\s\S]*$/g,
            "",
        ),
        pieces: 12,
        after: ending.slice(ending.indexOf("</CdtTrfTxInf>") + "</CdtTrfTxInf>".length),
        told: { rows: 12, quarantined: 0, fault: "" },
    },
];

describe("a file that is made of digits", () => {
    for (const { title, key, before, piece, pieces, after, told } of HOSTILE) {
        it(`${title}, ends with a manifest, in bounded memory`, async () => {
            const world = new MemoryWorld();
            const job = world.put(key, "");
            let [least, held] = [Number.POSITIVE_INFINITY, 0];
            const look = (): void => {
                // What is live and not what the collector left lying, which depends on the machine.
                collect();
                const { heapUsed, external } = process.memoryUsage();
                least = Math.min(least, heapUsed + external);
                held = Math.max(held, heapUsed + external - least);
            };
            const bytes = async function* (): AsyncGenerator<Buffer> {
                yield Buffer.from(before);
                for (let count = 0; count < pieces; count++) {
                    look();
                    for (let at = 0; at < piece.length; at += 65_536) yield Buffer.from(piece.slice(at, at + 65_536));
                }
                yield Buffer.from(after);
            };
            const kept: string[] = [];
            const write = async (_key: string, body: string | Uint8Array): Promise<void> => {
                look();
                const text = typeof body === "string" ? body : gunzipSync(body).toString();
                // The first part tells as much as the others.
                if (kept.length < 2) kept.push(text.slice(0, 20_000));
            };
            await unpack(job, { ...world.ports(), open: async () => bytes(), quarantine: { write } });
            const { rows, quarantined, fault } = Manifest.parse(JSON.parse([...world.manifests.values()][0] ?? ""));
            assert.deepEqual({ rows, quarantined, fault: fault?.reason ?? "" }, told, fault?.detail);
            assert.ok(held < 50 * MEGABYTE, `${Math.round(held / MEGABYTE)} MB were held`);
            for (const text of kept) assert.ok(!containsCardNumber(text), text.slice(0, 200));
        });
    }
});

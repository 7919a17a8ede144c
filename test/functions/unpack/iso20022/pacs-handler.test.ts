import assert from "node:assert/strict";
import { LIMITS, type Limits } from "../../../../functions/unpack/limits.ts";
import { readerOf } from "../../../../functions/unpack/reader.ts";
import { FileFault } from "../../../../functions/unpack/text/file-fault.ts";
import { document, GROUP, HEADER, message, OURS, transfer } from "../support/pacs.ts";
import { inChunks, read } from "../support/readers.ts";

const NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";
const ELSEWHERE = 'xmlns="urn:x"';
const PART = `<GrpHdr>${GROUP}</GrpHdr>`;
const inMessage = (content: string): string => document(`<FIToFICstmrCdtTrf>${content}</FIToFICstmrCdtTrf>`);

/** How many rows a file has, what is told of it, and its fault, whatever pieces it comes in. */
async function toldOf(file: string, limits: Partial<Limits> = {}) {
    const [one, other] = await Promise.all(
        [7, 100_000].map(async (chunk) => {
            const { outcomes, findings, fault } = await read("iso20022", file, { chunk, limits });
            return {
                rows: outcomes.map((outcome) => (outcome.ok ? "ok" : `${outcome.reason}: ${outcome.detail}`)),
                findings: findings.map(({ kind, detail }) => `${kind}: ${detail}`),
                fault: fault === null ? "" : `${fault.reason}: ${fault.detail}`,
            };
        }),
    );
    assert.deepEqual(one, other);
    return { rows: [], findings: [], fault: "", ...one };
}

interface Case {
    title: string;
    file: string;
    rows?: string[];
    findings?: string[];
    fault?: string;
    limits?: Partial<Limits>;
}
const beside = (name: string): string => `unreadable-file: text stands beside the elements of ${name}`;
const malformed = (detail: string): string => `malformed-row: ${detail}`;

describe("a file of payments", () => {
    const cases: Case[] = [
        { title: "holds a message", file: document(message(transfer())), rows: ["ok"] },
        {
            title: "may have a transaction that holds blanks and line ends",
            file: document(message(transfer())).replaceAll("><", ">\n <"),
            rows: ["ok"],
        },
        {
            title: "has a fault where words stand before the parts of a message",
            file: inMessage(`x${PART}${transfer()}`),
            rows: ["ok"],
            fault: beside("FIToFICstmrCdtTrf"),
        },
        {
            title: "has a fault where words stand between them",
            file: inMessage(`${PART}x${transfer()}`),
            rows: ["ok"],
            fault: beside("FIToFICstmrCdtTrf"),
        },
        {
            title: "has a fault where words stand behind them",
            file: inMessage(`${PART}${transfer()}x`),
            rows: ["ok"],
            fault: beside("FIToFICstmrCdtTrf"),
        },
        {
            title: "has a fault where words stand before a message",
            file: document(`x${message(transfer())}`),
            rows: ["ok"],
            fault: beside("Document"),
        },
        {
            title: "has a fault where words stand behind a message",
            file: document(`${message(transfer())}x`),
            rows: ["ok"],
            fault: beside("Document"),
        },
        {
            title: "has a fault where words stand behind an element beside it",
            file: `<F><A><B/>x</A>${OURS}</F>`,
            rows: ["ok"],
            fault: beside("A"),
        },
        { title: "may have words in an element beside it", file: `<F><A>x</A>${OURS}</F>`, rows: ["ok"] },
        {
            title: "may have words in an element of a message that is read past",
            file: inMessage(`${PART}${transfer()}<SplmtryData>x<A>y</A>z</SplmtryData>`),
            rows: ["ok"],
        },
        {
            title: "tells of its first fault",
            file: `<F>x${OURS}<FICdtTrf><GrpHdr/></FICdtTrf></F>`,
            rows: ["ok"],
            fault: beside("F"),
        },
        {
            title: "has a fault where words stand behind everything",
            file: `${OURS}x`,
            rows: ["ok"],
            fault: "unreadable-file: there is text outside of every element",
        },
        {
            title: "has a fault where a header of another namespace stands in a message",
            file: inMessage(`${PART}${transfer()}<GrpHdr ${ELSEWHERE}/>`),
            rows: ["ok"],
            fault: "unreadable-file: a GrpHdr of another namespace stands in message 1",
        },
        {
            title: "has a fault where a payment of another namespace stands in a message",
            file: inMessage(`${PART}${transfer()}<CdtTrfTxInf ${ELSEWHERE}/>`),
            rows: ["ok"],
            fault: "unreadable-file: a CdtTrfTxInf of another namespace stands in message 1",
        },
        {
            title: "has a fault where a payment stands beside the message",
            file: document(`${message(transfer())}<CdtTrfTxInf/>`),
            rows: ["ok"],
            fault: "unreadable-file: a CdtTrfTxInf stands outside of every message",
        },
        {
            title: "has a fault where a payment is all there is",
            file: "<CdtTrfTxInf/>",
            fault: "unreadable-file: a CdtTrfTxInf stands outside of every message",
        },
        {
            title: "has a fault where a header is all there is",
            file: `<GrpHdr xmlns="${NAMESPACE}"/>`,
            fault: "unreadable-file: a GrpHdr stands outside of every message",
        },
        {
            title: "has a fault where a header of another message stands in it",
            file: `<F><${"N".repeat(65)}><GrpHdr/></${"N".repeat(65)}></F>`,
            fault: `wrong-message: the file holds a ${"N".repeat(64)}, not a pacs.008`,
        },
        {
            title: "has a fault where it is something else",
            file: `<${"n".repeat(65)}/>`,
            fault: `wrong-message: no pacs.008 is in the element ${"n".repeat(64)}`,
        },
        {
            title: "has a fault where something else stands before a message, and that is told",
            file: `<html/>${OURS}`,
            rows: ["ok"],
            fault: "wrong-message: no pacs.008 is in the element html",
        },
        { title: "may have something else behind a message", file: `${OURS}<html/>`, rows: ["ok"] },
        {
            title: "may say of itself what it is in a header of its own, also within a message",
            file: `<F>${HEADER}${OURS.replace("<GrpHdr>", "<MsgDefIdr>pacs.008.001.01</MsgDefIdr><GrpHdr>")}${OURS}</F>`,
            rows: ["ok", "ok"],
            findings: ["version-mismatch: message 1 is a pacs.008.001.08, its header announces a pacs.008.001.09"],
        },
        {
            title: "counts a message that is another among its messages",
            file: `<F><FICdtTrf><GrpHdr/></FICdtTrf>${HEADER}${OURS}</F>`,
            rows: ["ok"],
            findings: ["version-mismatch: message 2 is a pacs.008.001.08, its header announces a pacs.008.001.09"],
            fault: "wrong-message: the file holds a FICdtTrf, not a pacs.008",
        },
        {
            title: "announces one message with each header",
            file: `<F>${HEADER}${OURS}${OURS}${HEADER}${OURS}</F>`,
            rows: ["ok", "ok", "ok"],
            findings: [1, 3].map(
                (number) =>
                    `version-mismatch: message ${number} is a pacs.008.001.08, its header announces a pacs.008.001.09`,
            ),
        },
        {
            title: "may announce what the message is, with blanks around it",
            file: `<F>${HEADER.replace("pacs.008.001.09", "\n pacs.008.001.08 ")}${OURS}</F>`,
            rows: ["ok"],
        },
        {
            title: "may announce what names no version",
            file: `<F>${HEADER.replace("pacs.008.001.09", "payments")}${OURS}</F>`,
            rows: ["ok"],
        },
        {
            title: "may announce a message that has no namespace",
            file: `<F>${HEADER}${message(transfer())}</F>`,
            rows: ["ok"],
        },
        {
            title: "tells of payments where none belongs, in a message and in a payment",
            file: inMessage(
                `${PART}${transfer({ rest: "<SplmtryData><Envlp><CdtTrfTxInf/></Envlp></SplmtryData>" })}<SplmtryData><CdtTrfTxInf/></SplmtryData>`,
            ),
            rows: ["ok"],
            findings: Array(2).fill(
                "misplaced-transaction: message 1 holds a CdtTrfTxInf where none belongs; it was not read",
            ),
        },
        {
            title: "tells nothing of a header where none belongs",
            file: inMessage(`${PART}${transfer()}<SplmtryData><GrpHdr/></SplmtryData>`),
            rows: ["ok"],
        },
        {
            title: "has a fault where payments stand in texts",
            file: inMessage(`${PART}${transfer()}<SplmtryData><![CDATA[<CdtTrfTxInf><CdtTrfTxInf>]]></SplmtryData>`),
            rows: ["ok"],
            fault: "unreadable-file: 2 transactions stand in texts, not as elements",
        },
        {
            title: "tells of a message without payments, and has a fault where it has none",
            file: inMessage(PART),
            findings: ["empty-message: message 1 holds no transaction"],
            fault: "empty-file: the messages of the file hold no transaction",
        },
        {
            title: "tells of the totals of each message, and of a header without payments nothing",
            file: inMessage(`<GrpHdr>${GROUP}<NbOfTxs>2</NbOfTxs></GrpHdr>${transfer()}`).repeat(2),
            rows: ["ok", "ok"],
            findings: [1, 2].map(
                (number) => `control-total-mismatch: message ${number}: NbOfTxs is 2, transactions are 1`,
            ),
        },
        {
            title: "has no header where two stand one behind the other, until the next one",
            file: inMessage(
                `${PART.replace("<MsgId>", "<NbOfTxs>7</NbOfTxs><MsgId>")}${PART.replace("<MsgId>", "<NbOfTxs>9</NbOfTxs><MsgId>")}${transfer()}${PART}${transfer()}`,
            ),
            rows: [malformed("its group header is none: GrpHdr stands twice"), "ok"],
            findings: ["control-total-mismatch: message 1: NbOfTxs is 9, transactions are 1"],
        },
        {
            title: "has no header where it has two readings",
            file: inMessage(`<GrpHdr>${GROUP}<MsgId>M2</MsgId></GrpHdr>${transfer()}`),
            rows: [malformed("its group header is none: MsgId stands twice")],
        },
        {
            title: "has a payment to refuse that has two readings, before its header is looked at",
            file: inMessage(
                `<GrpHdr>${GROUP}<MsgId>M2</MsgId></GrpHdr>${transfer({ ids: "<TxId>1</TxId><TxId>2</TxId>" })}`,
            ),
            rows: [malformed("PmtId/TxId stands twice")],
        },
        {
            title: "may have elements as deep as the limit",
            file: OURS.replace("<Nm>A", `<Nm>A</Nm></Dbtr><X>${"<a>".repeat(4)}${"</a>".repeat(4)}</X><Dbtr><Nm>`),
            limits: { xmlDepth: 8 },
            rows: [malformed("Dbtr stands twice")],
        },
        {
            title: "has a fault where elements are deeper than the limit",
            file: OURS.replace("<Dbtr>", `<X>${"<a>".repeat(5)}${"</a>".repeat(5)}</X><Dbtr>`),
            limits: { xmlDepth: 8 },
            fault: "unreadable-file: elements are nested deeper than 8",
        },
        { title: "may say its currency with blanks around it", file: OURS.replace('"EUR"', '" EUR "'), rows: ["ok"] },
        {
            title: "has a fault where it is blank",
            file: " \n",
            fault: "empty-file: the file holds no element",
        },
        { title: "has a fault where it is no XML", file: "\n x<a/>", fault: "unreadable-file: the file is not XML" },
        {
            title: "has a fault where it uses an entity",
            file: OURS.replace("T1", "&x;"),
            fault: "forbidden-xml: the file uses an entity",
        },
        {
            title: "has a fault where it ends within an element",
            file: OURS.slice(0, -1),
            rows: ["ok"],
            fault: "truncated-file: the file ends inside an element",
        },
        {
            title: "has a fault where it ends within the last element's end",
            file: `${OURS}<!--`,
            rows: ["ok"],
            fault: "truncated-file: the file ends inside an element",
        },
    ];
    for (const { title, file, rows = [], findings = [], fault = "", limits } of cases) {
        it(title, async () => assert.deepEqual(await toldOf(file, limits), { rows, findings, fault }));
    }

    it("says why it is not well-formed", async () => {
        const { fault } = await toldOf("<a></b>");
        assert.match(fault, /^unreadable-file: the file is not well-formed: \w+/);
    });

    it("says what the parser said of it", async () => {
        for (const file of ["<a></b>", "<a>&x;</a>"]) {
            const rows = readerOf("iso20022", inChunks(Buffer.from(file), 100), LIMITS).rows();
            await assert.rejects(
                async () => {
                    for await (const _ of rows);
                },
                (error) => error instanceof FileFault && error.cause instanceof Error,
            );
        }
    });

    it("says what stands beside it in a few words", async () => {
        const name = "n".repeat(300);
        const { fault } = await toldOf(`<F><${name}><B/>x</${name}>${OURS}</F>`);
        assert.equal(fault, `unreadable-file: ${`text stands beside the elements of ${name}`.slice(0, 256)}`);
    });

    it("has rows as long as a row may be, by their characters behind the opening", async () => {
        const length = transfer().length - "<CdtTrfTxInf>".length;
        assert.deepEqual((await toldOf(OURS, { rowBytes: length })).rows, ["ok"]);
        assert.deepEqual((await toldOf(OURS, { rowBytes: length - 1 })).rows, [
            `row-too-long: the transaction is longer than ${length - 1} characters`,
        ]);
    });

    it("names its payments by message and place", async () => {
        const file = `<F>${document(message(transfer() + transfer())).replace(/<\?.*?\?>/, "")}${OURS}</F>`;
        const { places } = await read("iso20022", file);
        assert.deepEqual(places, [
            "transaction 1 of message 1",
            "transaction 2 of message 1",
            "transaction 1 of message 2",
        ]);
    });
});

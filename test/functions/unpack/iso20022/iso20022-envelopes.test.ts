import assert from "node:assert/strict";
import { CREDITOR, DEBTOR, document, HEADER, message, OURS, one, prefixed, transfer } from "../support/pacs.ts";
import { read, verdicts } from "../support/readers.ts";

describe("an ISO 20022 file", () => {
    it("becomes canonical transactions", async () => {
        const { id, ...rest } = await one({});
        assert.match(id, /^iso20022:[0-9a-f]{32}$/);
        assert.deepEqual(rest, {
            source: "iso20022",
            accountId: DEBTOR,
            counterpartyId: CREDITOR,
            amountMinor: 1050,
            currency: "EUR",
            occurredAt: "2025-03-01T09:00:00.000Z",
            channel: "wire",
            country: "FR",
        });
    });

    const body = message(transfer());
    const envelopes: { title: string; file: string | Buffer }[] = [
        ...["01", "02", "08", "10", "13"].map((version) => ({
            title: `version ${version}`,
            file: document(body, version),
        })),
        {
            title: "version 01 by its own name",
            file: document(body, "01").replaceAll("FIToFICstmrCdtTrf", "pacs.008.001.01"),
        },
        { title: "no namespace", file: `<Document>${body}</Document>` },
        {
            title: "a prefix",
            file: prefixed(`<Document>${body}</Document>`, "ns2").replace(">", ' xmlns:ns2="urn:x">'),
        },
        { title: "a prefix that is not declared", file: prefixed(`<Document>${body}</Document>`, "p") },
        { title: "a scheme's namespace", file: `<Document xmlns="urn:scheme:payments">${body}</Document>` },
        { title: "a header beside the document", file: `<Msg>${HEADER}${OURS}</Msg>` },
        {
            title: "a business envelope",
            file: `<BizMsgEnvlp xmlns="urn:e"><Hdr>${HEADER}</Hdr><Body>${OURS}</Body></BizMsgEnvlp>`,
        },
        { title: "no document", file: body },
        {
            title: "a scheme's own message element, told by namespace",
            file: prefixed(body, "ct")
                .replaceAll("ct:FIToFICstmrCdtTrf", "CreditTransfer")
                .replace(/^/, '<Message xmlns="urn:tch" xmlns:ct="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.06">')
                .concat("</Message>"),
        },
        {
            title: "a scheme's own message element, told by the header",
            file: `<Message>${HEADER}${body.replaceAll("FIToFICstmrCdtTrf", "CreditTransfer")}</Message>`,
        },
        {
            title: "comments and instructions",
            file: `<!-- <!DOCTYPE --><?pi x?>${OURS.replaceAll("<Cdtr>", "<!-- > --><Cdtr><?p?>")}`,
        },
        { title: "character data sections", file: OURS.replace(DEBTOR, `<![CDATA[${DEBTOR}]]>`) },
        { title: "character references", file: OURS.replace("M1", "M&#49;").replace("<Nm>A", "<Nm>A &amp; B") },
        { title: "line ends and blanks", file: OURS.replaceAll("><", ">\r\n  <").replace(DEBTOR, `\n ${DEBTOR} \n`) },
        { title: "a byte order mark", file: `\ufeff${document(body)}` },
        { title: "UTF-16", file: Buffer.from(`\ufeff${document(body).replace("UTF-8", "UTF-16")}`, "utf16le") },
        { title: "UTF-16 that says UTF-8", file: Buffer.from(document(body), "utf16le") },
        { title: "UTF-8 that says UTF-16", file: document(body).replace("UTF-8", "UTF-16") },
        {
            title: "Latin-1 as declared",
            file: Buffer.from(document(body).replace("UTF-8", "ISO-8859-1").replace("<Nm>A", "<Nm>é"), "latin1"),
        },
        { title: "Latin-1 that says UTF-8", file: Buffer.from(document(body).replace("<Nm>A", "<Nm>é"), "latin1") },
    ];
    for (const { title, file } of envelopes) {
        it(`is read with ${title}`, async () => {
            const expected = await one({});
            for (const chunk of [1, 13, 100_000]) {
                const { outcomes, fault } = await read("iso20022", file, { chunk });
                assert.equal(fault, null);
                assert.deepEqual(outcomes, [{ ok: true, transaction: expected, tokenised: false }]);
            }
        });
    }

    it("is read with several documents, in one element or one after another", async () => {
        const documents = [1, 2, 3].map((number) => document(message(transfer({ ids: `<TxId>T${number}</TxId>` }))));
        const bare = documents.map((text) => text.replace(/<\?.*?\?>/, ""));
        for (const file of [documents.join("\n\ufeff"), `<File>${bare.join("")}</File>`]) {
            const result = await read("iso20022", file, { chunk: 11 });
            assert.equal(result.fault, null);
            assert.deepEqual(verdicts(result), ["ok", "ok", "ok"]);
            assert.deepEqual(result.places[2], "transaction 1 of message 3");
        }
    });
});

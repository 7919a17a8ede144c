import assert from "node:assert/strict";
import { document, HEADER, message, OURS, transfer } from "../support/pacs.ts";
import { read, verdicts } from "../support/readers.ts";

describe("an ISO 20022 file that cannot be read", () => {
    describe("faults", () => {
        const good = document(message(transfer()));
        const entity = '<!DOCTYPE Document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
        const faults: { title: string; file: string | Buffer; rows: number; reason: string; detail: RegExp }[] = [
            { title: "no bytes", file: "", rows: 0, reason: "empty-file", detail: /no bytes/ },
            { title: "blanks", file: " \n ", rows: 0, reason: "empty-file", detail: /no element/ },
            { title: "no XML", file: "transaction_id,card", rows: 0, reason: "unreadable-file", detail: /not XML/ },
            {
                title: "a document type",
                file: `${entity}${good}`,
                rows: 0,
                reason: "forbidden-xml",
                detail: /document type/,
            },
            {
                title: "an external document type",
                file: `<!DOCTYPE d SYSTEM "file:///etc/passwd">${good}`,
                rows: 0,
                reason: "forbidden-xml",
                detail: /document type/,
            },
            {
                title: "an entity",
                file: good.replace("M1", "&xxe;"),
                rows: 0,
                reason: "forbidden-xml",
                detail: /entity/,
            },
            {
                title: "a document type after the rows",
                file: `${good}${entity}`,
                rows: 1,
                reason: "forbidden-xml",
                detail: /document type/,
            },
            {
                title: "the financial institutions' message",
                file: good.replaceAll("FIToFICstmrCdtTrf", "FICdtTrf"),
                rows: 0,
                reason: "wrong-message",
                detail: /FICdtTrf/,
            },
            {
                title: "a payment initiation",
                file: "<Document><CstmrCdtTrfInitn><GrpHdr/><PmtInf><CdtTrfTxInf/></PmtInf></CstmrCdtTrfInitn></Document>",
                rows: 0,
                reason: "wrong-message",
                detail: /CstmrCdtTrfInitn/,
            },
            {
                title: "a message whose header lies",
                file: `<M>${HEADER}<FICdtTrf><GrpHdr/><CdtTrfTxInf/></FICdtTrf></M>`,
                rows: 0,
                reason: "wrong-message",
                detail: /FICdtTrf/,
            },
            {
                title: "another message beside OURS",
                file: `<F>${"<FICdtTrf><GrpHdr/></FICdtTrf>"}${OURS}</F>`,
                rows: 1,
                reason: "wrong-message",
                detail: /FICdtTrf/,
            },
            {
                title: "another message whose namespace was declared beside it",
                file: '<F><A xmlns="pacs.008.001.08"/><CreditTransfer><GrpHdr/></CreditTransfer></F>',
                rows: 0,
                reason: "wrong-message",
                detail: /CreditTransfer/,
            },
            {
                title: "a page of the web",
                file: "<html><body>Not found</body></html>",
                rows: 0,
                reason: "wrong-message",
                detail: /html/,
            },
            { title: "a cut file", file: good.slice(0, -10), rows: 1, reason: "truncated-file", detail: /ends inside/ },
            {
                title: "a file cut in a row",
                file: good.slice(0, -70),
                rows: 0,
                reason: "truncated-file",
                detail: /ends inside/,
            },
            {
                title: "a file cut in a comment",
                file: `${good}<!-- `,
                rows: 1,
                reason: "truncated-file",
                detail: /ends inside/,
            },
            {
                title: "tags that cross",
                file: good.replace("</Document>", "</Dokument>"),
                rows: 1,
                reason: "unreadable-file",
                detail: /not well-formed/,
            },
            {
                title: "text behind the last element",
                file: `${good} bye`,
                rows: 1,
                reason: "unreadable-file",
                detail: /outside/,
            },
            {
                title: "an encoding nobody knows",
                file: good.replace("UTF-8", "X-KLINGON"),
                rows: 0,
                reason: "unreadable-file",
                detail: /X-KLINGON/i,
            },
            {
                title: "deep nesting",
                file: good.replace("<Nm>A", `<Nm>${"<a>".repeat(100)}`),
                rows: 0,
                reason: "unreadable-file",
                detail: /nested deeper than 64/,
            },
            {
                title: "an endless text",
                file: good.replace("<Nm>A", `<Nm>${"a".repeat(5000)}`),
                rows: 0,
                reason: "unreadable-file",
                detail: /a text is longer/,
            },
            {
                title: "an endless tag",
                file: good.replace("<Nm>", `<Nm x="${"a".repeat(5000)}">`),
                rows: 0,
                reason: "unreadable-file",
                detail: /a tag is longer/,
            },
            {
                title: "an endless comment",
                file: good.replace("<Nm>", `<!-- ${"<a>".repeat(5000)} --><Nm>`),
                rows: 0,
                reason: "unreadable-file",
                detail: /a comment is longer/,
            },
            {
                title: "an endless section",
                file: good.replace("<Nm>", `<Nm><![CDATA[${"<a>".repeat(5000)}`),
                rows: 0,
                reason: "unreadable-file",
                detail: /a cdata is longer/,
            },
        ];
        for (const { title, file, rows, reason, detail } of faults) {
            it(`${title}: ${reason}`, async () => {
                for (const chunk of [3, 100_000]) {
                    const result = await read("iso20022", file, { chunk, limits: { xmlNodeLength: 4000 } });
                    assert.equal(result.outcomes.length, rows);
                    assert.equal(result.fault?.reason, reason);
                    assert.match(result.fault.detail, detail);
                }
            });
        }

        it("of one row: longer than a row may be", async () => {
            const long = transfer({ rest: "<RmtInf>".concat("<Ustrd>x</Ustrd>".repeat(200), "</RmtInf>") });
            const result = await read("iso20022", document(message(transfer() + long + transfer())), {
                limits: { rowBytes: 2000 },
            });
            assert.deepEqual(verdicts(result), ["ok", "row-too-long", "ok"]);
        });
    });

    it("keeps of a refused transaction what was read, masked", async () => {
        const { contents } = await read(
            "iso20022",
            document(
                message(
                    transfer({ amount: "", rest: "<InstrId>x</InstrId><PmtId><TxId>4111111111111111</TxId></PmtId>" }),
                ),
            ),
        );
        assert.match(contents[0] ?? "", /"PmtId\/TxId":"T1"/);
        assert.ok(!contents[0]?.includes("4111111111111111"));
    });
});

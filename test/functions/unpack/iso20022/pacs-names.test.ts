import assert from "node:assert/strict";
import type { SaxesTagPlain } from "saxes";
import {
    isCustomerCreditTransfer,
    localName,
    Namespaces,
    versionOf,
} from "../../../../functions/unpack/iso20022/pacs-names.ts";

const OURS = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";
const OTHER = "urn:iso:std:iso:20022:tech:xsd:pacs.009.001.08";
const NOTHING = { namespace: undefined, header: undefined };

describe("the element of a pacs.008 message", () => {
    for (const name of [
        "FIToFICstmrCdtTrf",
        "FIToFICstmrCdtTrfV08",
        "FIToFICstmrCdtTrfV10",
        "FIToFICustomerCreditTransfer",
        "FIToFICustomerCreditTransferV02",
        "pacs.008.001.01",
        "pacs.008.001.01V1",
    ]) {
        it(`is told by its name, whatever else is said: ${name}`, () => {
            for (const hints of [NOTHING, { namespace: OTHER, header: "pacs.009.001.08" }])
                assert.ok(isCustomerCreditTransfer(name, hints));
        });
    }

    for (const name of [
        "FICdtTrf",
        "FinInstnCdtTrf",
        "CstmrCdtTrfInitn",
        "CstmrDrctDbtInitn",
        "FIToFIPmtStsRpt",
        "FIToFICstmrCdtTrfX",
        "FIToFICstmrCdtTrfV",
        "PmtRtr",
        "pacs.009.001.08",
        "pacs.008.001.1",
        "pain.001.001.03",
        "camt.053.001.02",
        "camt.053",
    ]) {
        it(`is none that is another message's by its name, whatever else is said: ${name}`, () => {
            assert.ok(!isCustomerCreditTransfer(name, { namespace: OURS, header: "pacs.008.001.08" }));
        });
    }

    for (const name of [
        "CreditTransfer",
        "XFIToFICstmrCdtTrf",
        "XFICdtTrf",
        "FICdtTrfX",
        "FIToFI",
        "Cstmr",
        "xpacs.009.001.08",
        "pacs.09",
        "pacsx009",
    ]) {
        it(`may be named by a scheme in its own way, and is told by namespace, else by header: ${name}`, () => {
            const is = (namespace?: string, header?: string) => isCustomerCreditTransfer(name, { namespace, header });
            assert.ok(is(OURS) && is(OURS, "pacs.009.001.08") && is(undefined, "pacs.008.001.08"));
            assert.ok(is("urn:scheme", "pacs.008.001.08"));
            assert.ok(!is() && !is(OTHER) && !is(OTHER, "pacs.008.001.08") && !is("urn:scheme"));
            for (const kind of ["pain.008", "camt.008", "admi.008", "pacs.0081", "pacsx008"])
                assert.equal(is(`urn:${kind}`, "pacs.008"), !/\.008$/.test(kind), kind);
        });
    }
});

describe("the version of a message", () => {
    it("is the whole name of its definition, wherever that stands", () => {
        assert.equal(versionOf(OURS), "pacs.008.001.08");
        for (const name of ["pain.001.001.03", "camt.053.001.02", "admi.002.001.01", "pacs.008.001.10"]) {
            assert.equal(versionOf(`x ${name} y`), name);
        }
    });

    it("is none in what names no definition in full", () => {
        for (const text of [
            undefined,
            "",
            "urn:scheme",
            "pacs.008",
            "pacs.008.001",
            "pacs.008.001.8",
            "pacsx008x001x08",
            "seev.001.001.01",
        ]) {
            assert.equal(versionOf(text), undefined);
        }
    });
});

describe("the name of an element", () => {
    it("is what stands behind its prefix", () => {
        assert.deepEqual(["a", "p:a", ":a"].map(localName), ["a", "a", "a"]);
    });
});

describe("the namespaces of elements", () => {
    const tag = (attributes: Record<string, string>): SaxesTagPlain => ({
        name: "a",
        attributes,
        isSelfClosing: false,
    });

    it("are those that the innermost declaration of a prefix gives, as long as its element is open", () => {
        const namespaces = new Namespaces();
        const seen = (): (string | undefined)[] => ["a", "p:a", "q:a"].map((name) => namespaces.of(name));
        assert.deepEqual(seen(), [undefined, "p:", "q:"]);
        namespaces.open(tag({ xmlns: "urn:1", "xmlns:p": "urn:p", Ccy: "EUR" }), 1);
        assert.deepEqual(seen(), ["urn:1", "urn:p", "q:"]);
        namespaces.open(tag({ "xmlns:q": "urn:q" }), 2);
        namespaces.open(tag({ xmlns: "urn:3", "xmlns:p": "urn:3p" }), 3);
        assert.deepEqual(seen(), ["urn:3", "urn:3p", "urn:q"]);
        namespaces.close(3);
        assert.deepEqual(seen(), ["urn:1", "urn:p", "urn:q"]);
        namespaces.close(2);
        assert.deepEqual(seen(), ["urn:1", "urn:p", "q:"]);
        namespaces.close(1);
        assert.deepEqual(seen(), [undefined, "p:", "q:"]);
    });

    it("are none where the default one is taken back", () => {
        const namespaces = new Namespaces();
        namespaces.open(tag({ xmlns: "urn:1" }), 1);
        namespaces.open(tag({ xmlns: "" }), 2);
        assert.equal(namespaces.of("a"), undefined);
        namespaces.close(2);
        assert.equal(namespaces.of("a"), "urn:1");
    });

    it("are declared by nothing that is only called so", () => {
        const namespaces = new Namespaces();
        namespaces.open(
            tag({ xmlnsp: "urn:1", "xmlns-p": "urn:2", "a:xmlns": "urn:3", p: "urn:4", "xlink:p": "urn:5" }),
            1,
        );
        assert.deepEqual([namespaces.of("a"), namespaces.of("p:a")], [undefined, "p:"]);
    });
});

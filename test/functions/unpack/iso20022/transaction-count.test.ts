import assert from "node:assert/strict";
import { TransactionCount } from "../../../../functions/unpack/iso20022/transaction-count.ts";

/** How many are counted in a text that comes in pieces of this many characters. */
function counted(text: string, chunk: number): number {
    const count = new TransactionCount();
    for (let at = 0; at < text.length; at += chunk) count.add(text.slice(at, at + chunk));
    count.finish();
    return count.total;
}
function everyWay(text: string, expected: number): void {
    for (const chunk of [1, 2, 7, 11, 12, 511, 512, 513, 100_000])
        assert.equal(counted(text, chunk), expected, `in pieces of ${chunk}`);
}

describe("what looks like the beginning of a transaction", () => {
    const one = [
        "<CdtTrfTxInf>",
        "<CdtTrfTxInf",
        "<CdtTrfTxInf/>",
        '<CdtTrfTxInf a="b">',
        "<CdtTrfTxInf\n>",
        "<ns2:CdtTrfTxInf>",
        "<\u00e4:CdtTrfTxInf>",
        `<${"p".repeat(100)}:CdtTrfTxInf>`,
        "&lt;CdtTrfTxInf&gt;",
        "&#60;CdtTrfTxInf>",
        "&#0060;CdtTrfTxInf>",
        "&#x3c;CdtTrfTxInf>",
        "&#x3C;CdtTrfTxInf>",
        "&#x003c;CdtTrfTxInf>",
        "&lt;p:CdtTrfTxInf>",
        "<![CDATA[<CdtTrfTxInf>]]>",
        "<CdtTrfTxInf></CdtTrfTxInf>",
    ];
    for (const text of one) {
        it(`is counted once, wherever the text is cut: ${text.slice(0, 30)}`, () => {
            everyWay(text, 1);
            for (const before of [1, 400, 501, 502, 505, 512, 1100]) everyWay(`${"x".repeat(before)}${text}`, 1);
            everyWay(`${text} ${"y".repeat(1100)}${text}`, 2);
        });
    }

    const none = [
        "CdtTrfTxInf",
        "</CdtTrfTxInf>",
        "<CdtTrfTxInfs>",
        "<CdtTrfTxInf.x>",
        "<CdtTrfTxInf:x>",
        "<CdtTrfTxInf-x>",
        "<CdtTrfTxInf2>",
        "<XCdtTrfTxInf>",
        "<a CdtTrfTxInf>",
        '<a b="p:CdtTrfTxInf">',
        "<a/b:CdtTrfTxInf>",
        "<a&b:CdtTrfTxInf>",
        "<a'b:CdtTrfTxInf>",
        "<a=b:CdtTrfTxInf>",
        "<a>b:CdtTrfTxInf>",
        "<a:b:CdtTrfTxInf>",
        "<:CdtTrfTxInf>",
        `<${"p".repeat(101)}:CdtTrfTxInf>`,
        "&gt;CdtTrfTxInf",
        "&#61;CdtTrfTxInf",
        "&#160;CdtTrfTxInf",
        "&#x3d;CdtTrfTxInf",
        "&#x13c;CdtTrfTxInf",
        "lt;CdtTrfTxInf",
        "<CdtTrfTxIn",
        "",
    ];
    for (const text of none) it(`is not counted: ${text.slice(0, 30)}`, () => everyWay(`x${text}`, 0));

    it("is counted as often as it stands there", () => {
        everyWay("<CdtTrfTxInf>".repeat(100), 100);
        everyWay(`${"<CdtTrfTxInf>x</CdtTrfTxInf>".repeat(50)}CdtTrfTxInf`, 50);
    });
});

import assert from "node:assert/strict";
import { XmlGuard } from "../../../../functions/unpack/iso20022/xml-guard.ts";

/** What passes of a text in pieces of a size, the fault that ends it, and whether something is left open. */
function passed(text: string, chunk: number, most: number) {
    const guard = new XmlGuard({ xmlNodeLength: most });
    let all = "";
    for (let at = 0; at < text.length; at += chunk) {
        const { text: part, fault } = guard.pass(text.slice(at, at + chunk));
        all += part;
        if (fault !== undefined) return { text: all, fault: `${fault.reason}: ${fault.message}` };
    }
    return { text: all, unfinished: guard.unfinished };
}
function everyWay(text: string, expected: unknown, most = 30): void {
    for (const chunk of [1, 2, 3, 4, 7, 1000])
        assert.deepEqual(passed(text, chunk, most), expected, `in pieces of ${chunk}`);
}

describe("the guard before the XML parser", () => {
    const whole = [
        "<a>x</a>",
        '<a b="c">1 > 0 &lt;</a>',
        "<a><![CDATA[<b>]]></a>",
        "<![CDATA[]]]]><a/>",
        "x",
        "",
        "<a>--></a>",
    ];
    for (const text of whole) {
        it(`lets ${text || "nothing"} pass`, () => everyWay(text, { text, unfinished: false }));
    }

    const leftOut: [string, string][] = [
        ["<a><!-- x --><b/></a>", "<a><b/></a>"],
        ["<!----><a/><!-- <b> -- > -->", "<a/>"],
        ['<?xml version="1.0"?><a/><?xml version="1.0"?><b/>', "<a/><b/>"],
        ["<a>1<!-- - -->2<??>3</a>", "<a>123</a>"],
    ];
    for (const [text, rest] of leftOut) {
        it(`makes ${rest} of ${text}`, () => everyWay(text, { text: rest, unfinished: false }));
    }

    for (const text of ["<a", "<a><!-- x", "<a><![CDATA[x]]", "<?a?", "<", "<!", "<!-", "<![CDATA"]) {
        it(`knows that ${text} does not end`, () => {
            for (const chunk of [1, 2, 5, 100]) assert.equal(passed(text, chunk, 30).unfinished, true);
        });
    }

    for (const text of ["<!DOCTYPE a>", "<!doctype", "<!ENTITY x 'y'>", "<!ELEMENT a", "<!x", "<![INCLUDE["]) {
        it(`ends the text before ${text}`, () => {
            const fault = "forbidden-xml: the file declares a document type or entities";
            for (const chunk of [3, 9, 100]) {
                const found = passed(`<a>x</a>${text.padEnd(12)}<b/>`, chunk, 30);
                assert.deepEqual(found, { text: "<a>x</a>", fault }, `in pieces of ${chunk}`);
            }
        });
    }

    const tooLong = (kind: string): string => `unreadable-file: a ${kind} is longer than 10 characters`;
    const long: [string, string, string][] = [
        ["a text", `<a>${"x".repeat(11)}</a>`, "text"],
        ["a tag", `<${"a".repeat(10)}>`, "tag"],
        ["a comment", `<a><!--${"x".repeat(11)}--></a>`, "comment"],
        ["a section", `<a><![CDATA[${"x".repeat(11)}]]></a>`, "cdata"],
        ["an instruction", `<?${"x".repeat(11)}?>`, "instruction"],
        ["a text that comments cut", "<a>xxxxx<!---->xxxxx<!---->x</a>", "text"],
    ];
    for (const [name, text, kind] of long) {
        it(`ends the text before ${name} that is too long`, () => {
            for (const chunk of [1, 4, 1000]) {
                const { fault } = passed(text, chunk, 10);
                assert.equal(fault, tooLong(kind), `in pieces of ${chunk}`);
            }
        });
    }

    it("ends a text that sections divide where all of it is too long", () => {
        const x = "x".repeat(10);
        for (const chunk of [1, 4, 1000]) {
            const { fault } = passed(`<a>${x}<![CDATA[${x}]]>${x}</a>`, chunk, 30);
            assert.equal(fault, "unreadable-file: a cdata is longer than 30 characters", `in pieces of ${chunk}`);
        }
    });

    it("lets each be as long as the limit", () => {
        for (const text of [
            `<a>${"x".repeat(10)}</a>`,
            `<${"a".repeat(8)}>`,
            "<a><![CDATA[]]></a>".replace("CDATA", "CDATA"),
        ]) {
            everyWay(text, { text, unfinished: false }, text.includes("CDATA") ? 12 : 10);
        }
        everyWay("<a>xxxxx<!--xxx-->xxxxx</a>", { text: "<a>xxxxxxxxxx</a>", unfinished: false }, 10);
        // Texts of two elements are two.
        everyWay("<a>xxxxxxx</a><b>xxxxxxx</b>", { text: "<a>xxxxxxx</a><b>xxxxxxx</b>", unfinished: false }, 10);
    });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { inputs } from "../support/inputs.ts";
import { type Told, told } from "../troubles/support/unpacked.ts";

const OURS = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";
const OTHERS = ["urn:iso:std:iso:20022:tech:xsd:pacs.009.001.08", "urn:example:bank:extension", ""];
const TIME = "2025-03-01T10:00:00Z";

/** The same element with the prefix of its namespace, if it has one. */
type Tag = (name: string, content: string, attributes?: string) => string;
const tagOf = (prefix: string): Tag => {
    const before = prefix === "" ? "" : `${prefix}:`;
    return (name, content, attributes = "") => `<${before}${name}${attributes}>${content}</${before}${name}>`;
};

interface Payment {
    cents: number;
    /** How the amount's digits are written. */
    write: (digits: string) => string;
    /** What stands beside what counts. */
    beside: readonly ((tag: Tag) => string)[];
}

const WRITINGS: readonly ((digits: string) => string)[] = [
    (digits) => digits,
    (digits) => `<![CDATA[${digits}]]>`,
    (digits) => `${digits.slice(0, 1)}<!-- 7<a>7 -->${digits.slice(1)}`,
    (digits) => `${digits.slice(0, 1)}<?note 77?>${digits.slice(1)}`,
    (digits) => [...digits].map((digit) => `&#${digit.charCodeAt(0)};`).join(""),
    (digits) => `\n  ${digits}\n`,
];

const decoy = (tag: Tag, id = "decoy"): string =>
    tag(
        "CdtTrfTxInf",
        tag("PmtId", tag("TxId", id)) +
            tag("IntrBkSttlmAmt", "777.00", ' Ccy="EUR"') +
            tag("DbtrAcct", tag("Id", tag("IBAN", "DE89370400440532013000"))) +
            tag("CdtrAcct", tag("Id", tag("IBAN", "FR1420041010050500013M02606"))),
    );

const foreign = (uri: string, content: (tag: Tag) => string): string =>
    `<x:Envlp xmlns:x="${uri === "" ? "urn:none" : uri}">${content(tagOf("x"))}</x:Envlp>`;

/** What a transaction may hold without any of it counting; some hold what looks like transactions and amounts. */
const BESIDE: readonly ((tag: Tag) => string)[] = [
    () => "",
    (tag) => tag("SplmtryData", tag("Envlp", decoy(tag))),
    (tag) => tag("SplmtryData", tag("Envlp", tag("IntrBkSttlmAmt", "777.00", ' Ccy="EUR"'))),
    ...OTHERS.map(
        (uri) => (tag: Tag) =>
            tag(
                "SplmtryData",
                tag(
                    "Envlp",
                    foreign(uri, (other) => decoy(other)),
                ),
            ),
    ),
    () => `<IntrBkSttlmAmt xmlns="urn:example:bank" Ccy="EUR">777.00</IntrBkSttlmAmt>`,
    () => foreign("urn:example:bank", (other) => other("IntrBkSttlmAmt", "777.00", ' Ccy="EUR"')),
    (tag) => tag("RmtInf", tag("Strd", tag("RfrdDocAmt", tag("IntrBkSttlmAmt", "777.00", ' Ccy="EUR"')))),
];

const payment: fc.Arbitrary<Payment> = fc.record({
    cents: fc.integer({ min: 100, max: 70_000 }),
    write: fc.constantFrom(...WRITINGS),
    beside: fc.array(fc.constantFrom(...BESIDE), { maxLength: 2 }),
});
const payments = fc.array(payment, { minLength: 1, maxLength: 4 });
/** The message's namespace: by default, by prefix, or none at all. */
const style = fc.constantFrom(["", ` xmlns="${OURS}"`], ["p", ` xmlns:p="${OURS}"`], ["", ""]);
const chunk = fc.integer({ min: 1, max: 500 });

const amountOf = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

function transaction(tag: Tag, { cents, write, beside }: Payment, amounts = ""): string {
    const own = tag("IntrBkSttlmAmt", write(amountOf(cents)), ' Ccy="EUR"');
    return tag(
        "CdtTrfTxInf",
        tag("PmtId", tag("TxId", `c${cents}`)) +
            own +
            amounts +
            tag("DbtrAcct", tag("Id", tag("IBAN", "DE89370400440532013000"))) +
            tag("CdtrAcct", tag("Id", tag("IBAN", "FR1420041010050500013M02606"))) +
            beside.map((make) => make(tag)).join(""),
    );
}

function messageOf(tag: Tag, transactions: string): string {
    return tag("FIToFICstmrCdtTrf", tag("GrpHdr", tag("MsgId", "M") + tag("CreDtTm", TIME)) + transactions);
}

const documentOf = ([prefix = "", declared = ""]: readonly string[], make: (tag: Tag) => string): string => {
    const tag = tagOf(prefix);
    return tag("Document", make(tag), declared);
};

const cents = ({ sent }: Told): number[] => sent.map((one) => Number(one.split(" ")[1]));

describe("pacs.008 messages among whatever else a file holds", () => {
    it("are read as they were meant, each payment once, in any namespace style", async () => {
        await fc.assert(
            fc.asyncProperty(payments, style, chunk, async (some, how, size) => {
                const file = documentOf(how, (tag) =>
                    messageOf(tag, some.map((one) => transaction(tag, one)).join("")),
                );
                const found = await told("iso20022", file, { chunk: size });
                assert.deepEqual([found.refused, found.fault], [[], ""]);
                assert.deepEqual(
                    cents(found),
                    some.map((one) => one.cents),
                );
            }),
            inputs(300),
        );
    });

    /** The message with more at its end. */
    const ending = (tag: Tag, whole: string, more: string): string => {
        const end = tag("FIToFICstmrCdtTrf", "|").split("|")[1] ?? "";
        return whole.replace(end, more + end);
    };
    const ofAnother = decoy(tagOf("x")).replace("<x:CdtTrfTxInf", '<x:CdtTrfTxInf xmlns:x="urn:other"');
    /** Payments in the wrong place, and words where none belong. */
    const STRAYS: readonly ((good: (tag: Tag) => string, how: readonly string[]) => string)[] = [
        (good, how) => documentOf(how, good) + decoy(tagOf("")),
        (good, how) => documentOf(how, (tag) => good(tag) + decoy(tag)),
        (good, how) => documentOf(how, (tag) => ending(tag, good(tag), ofAnother)),
        (good, how) => documentOf(how, (tag) => `${good(tag)}<![CDATA[${decoy(tag)}]]>`),
        (good, how) => documentOf(how, (tag) => `${good(tag)}${decoy(tag).replaceAll("<", "&lt;")}`),
        (good, how) => `<File>${documentOf(how, good)}<Note><![CDATA[${decoy(tagOf(""))}]]></Note></File>`,
        (good, how) => `<File>${documentOf(how, good)}words beside</File>`,
        (good, how) => documentOf(how, (tag) => ending(tag, good(tag), "words between")),
    ];

    it("have a fault that is said where a payment or words stand outside of them, which are never read", async () => {
        await fc.assert(
            fc.asyncProperty(payments, style, fc.constantFrom(...STRAYS), chunk, async (some, how, stray, size) => {
                const good = (tag: Tag): string => messageOf(tag, some.map((one) => transaction(tag, one)).join(""));
                const found = await told("iso20022", stray(good, how), { chunk: size });
                assert.match(found.fault, /^(?:unreadable-file|wrong-message): /);
                assert.deepEqual(
                    cents(found),
                    some.map((one) => one.cents),
                );
            }),
            inputs(200),
        );
    });

    /** What gives an amount two readings, or none. */
    const DOUBTS: readonly ((tag: Tag, amount: string) => string)[] = [
        (tag, amount) => `${amount}${tag("IntrBkSttlmAmt", "5.00", ' Ccy="EUR"')}`,
        (_, amount) => `${amount}${amount}`,
        (_, amount) => amount.replace(".", "<b/>."),
        (_, amount) => amount.replace(".", "<b>7</b>."),
        (_, amount) => amount.replace(".", '<x:b xmlns:x="urn:other"/>.'),
        (_, amount) => `words ${amount}`,
        (tag) => tag("IntrBkSttlmAmt", "0", ' Ccy="EUR"') + tag("InstdAmt", "777.00", ' Ccy="USD"'),
        (tag) => tag("IntrBkSttlmAmt", "", ' Ccy="EUR"') + tag("InstdAmt", "777.00", ' Ccy="EUR"'),
        (tag) => tag("IntrBkSttlmAmt", "-5.00", ' Ccy="EUR"'),
        (tag) => tag("IntrBkSttlmAmt", "1,500", ' Ccy="EUR"'),
        (tag) => tag("IntrBkSttlmAmt", "1.5E3", ' Ccy="EUR"'),
        (tag) => tag("IntrBkSttlmAmt", "1 500.00", ' Ccy="EUR"'),
    ];

    it("lose the payments whose amount has two readings or none; those beside them are read", async () => {
        await fc.assert(
            fc.asyncProperty(payments, style, fc.constantFrom(...DOUBTS), fc.nat(), async (some, how, doubt, at) => {
                const wrong = at % some.length;
                const file = documentOf(how, (tag) => {
                    const own = /<(?:p:)?IntrBkSttlmAmt[\s\S]*?<\/(?:p:)?IntrBkSttlmAmt>/;
                    const plain: Payment[] = some.map((one) => ({ ...one, write: (digits) => digits }));
                    const texts = plain.map((one, index) => {
                        const text = transaction(tag, one);
                        return index === wrong ? text.replace(own, (amount) => doubt(tag, amount)) : text;
                    });
                    return messageOf(tag, texts.join(""));
                });
                const found = await told("iso20022", file);
                assert.equal(found.fault, "");
                assert.deepEqual(
                    cents(found),
                    some.filter((_, index) => index !== wrong).map((one) => one.cents),
                );
                assert.equal(found.refused.length, 1);
            }),
            inputs(200),
        );
    });

    it("that hold equal payments hold as many as they hold, each with an id of its own, the same in each delivery", async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
                style,
                async (times, how) => {
                    const file = documentOf(how, (tag) =>
                        messageOf(
                            tag,
                            times
                                .flatMap((count, index) => new Array<number>(count).fill(100 + index))
                                .map((amount) =>
                                    transaction(tag, { cents: amount, write: (digits) => digits, beside: [] }),
                                )
                                .join(""),
                        ),
                    );
                    const [first, second] = [await told("iso20022", file), await told("iso20022", file, { chunk: 7 })];
                    const count = times.reduce((sum, one) => sum + one, 0);
                    assert.equal(new Set(first.sent.map((one) => one.split(" ")[0])).size, count);
                    assert.deepEqual(first, second);
                },
            ),
            inputs(100),
        );
    });
});

import { fileBytes } from "../compress.ts";
import type { Delivery } from "../delivery.ts";
import { pacs008File } from "../formats/pacs008-file.ts";
import { references } from "../formats/pacs008-transaction.ts";
import { styles } from "../sources/iso20022-styles.ts";
import { type Head, headOf, scored, type TransferUnit } from "../sources/iso20022-units.ts";
import type { Payment } from "../transaction.ts";
import { ibanTransfer, type OddWorld, refusedAs } from "./odd-rows.ts";

/** A transfer, and what its sender's program made of the text of it. */
interface Edited {
    unit: TransferUnit;
    edit: (xml: string) => string;
}

const START = "<CdtTrfTxInf>";
const AMOUNT = /<IntrBkSttlmAmt Ccy="[A-Z]{3}">[^<]*<\/IntrBkSttlmAmt>/;

export function oddMessageFiles(world: OddWorld): Delivery[] {
    return [corrections(world), beside(world), declared(world), cut(world)];
}

/** Decoys, second amounts, planned times and spellings beside payments that are sound, and a message of none. */
function corrections(world: OddWorld): Delivery {
    const { random, spares, date } = world;
    const head = headWith(world);
    const good = (payment: Payment, edit: Edited["edit"] = asIs): Edited => ({
        unit: scored(random, head, payment),
        edit,
    });
    const bad = (reason: Parameters<typeof refusedAs>[0], cause: string, edit: Edited["edit"]): Edited => {
        const content = { references: references(random, head.style.version), payment: spares.transfer() };
        return { unit: { content, outcome: refusedAs(reason, cause) }, edit };
    };
    const twice = good(spares.transfer());
    const spelt = ibanTransfer(spares);
    // Each bank gives its numbers as it likes.
    const sameNumber: Payment = {
        ...spares.transfer(),
        accountId: "US-500000",
        counterpartyId: "US-500000",
        country: "GB",
    };
    const all: Edited[] = [
        good(spares.transfer()),
        twice,
        { ...twice, unit: scored(random, head, twice.unit.content.payment, { ...twice.unit.content, ordinal: 2 }) },
        good(spelt, (xml) => xml.replace(spelt.accountId, groupedInSmallLetters(spelt.accountId))),
        good(spares.transfer(), (xml) => xml.replace(/<AccptncDtTm>2/, "<AccptncDtTm>&#x32;")),
        good(spares.transfer(), (xml) => xml.replace("<AccptncDtTm>", `${PLANNED}<AccptncDtTm>`)),
        good(spares.transfer(), (xml) => xml.replace("</CdtTrfTxInf>", `${DECOY}</CdtTrfTxInf>`)),
        good(sameNumber),
        bad("malformed-row", "two amounts", (xml) => xml.replace(AMOUNT, (amount) => amount + amount)),
        bad("malformed-row", "an element inside the amount", (xml) => xml.replace(/(Ccy="...">)/, "$1<b/>")),
        bad("invalid-amount", "nothing settled of much that was instructed", (xml) =>
            xml.replace(AMOUNT, `<IntrBkSttlmAmt Ccy="USD">0</IntrBkSttlmAmt><InstdAmt Ccy="EUR">500000</InstdAmt>`),
        ),
    ];
    const empty = pacs008File({ ...headWith(world), transfers: [] });
    const text = withoutSum(edited(head, all)) + withoutSum(empty).replace(/^<\?xml.*\?>\n/, "");
    const key = `iso20022/corrections-${date}.xml`;
    return {
        key,
        bytes: fileBytes(key, text),
        outcomes: all.map(({ unit }) => unit.outcome),
        told: ["misplaced-transaction", "empty-message"],
    };
}

/** A transaction of another namespace in the message, and one behind it: neither is read, and both are told of. */
function beside(world: OddWorld): Delivery {
    const { random, spares, date } = world;
    const head = headWith(world);
    const all = [spares.transfer(), spares.transfer()].map(
        (payment): Edited => ({
            unit: scored(random, head, payment),
            edit: asIs,
        }),
    );
    const foreign = DECOY.replace("<SplmtryData><Envlp>", "").replace("</Envlp></SplmtryData>", "");
    const text = edited(head, all)
        .replace(
            "</FIToFICstmrCdtTrf>",
            `${foreign.replace(START, '<CdtTrfTxInf xmlns="urn:example:other">')}</FIToFICstmrCdtTrf>`,
        )
        .replace(/$/, foreign);
    const key = `iso20022/beside-${date}.xml`;
    return {
        key,
        bytes: fileBytes(key, text),
        outcomes: all.map(({ unit }) => unit.outcome),
        fault: { reason: "unreadable-file", afterRow: all.length },
    };
}

/** A document type with an entity, which could be any file of whoever reads it. */
function declared(world: OddWorld): Delivery {
    const head = headWith(world);
    const own: Edited = { unit: scored(world.random, head, world.spares.transfer()), edit: asIs };
    const text = edited(head, [own]).replace("\n<", '\n<!DOCTYPE Document [<!ENTITY rate SYSTEM "rates.txt">]>\n<');
    const key = `iso20022/declared-${world.date}.xml`;
    return { key, bytes: fileBytes(key, text), outcomes: [], fault: { reason: "forbidden-xml", afterRow: 0 } };
}

/** Packed, and cut on the way: all but the end could be unpacked, and none of it may be believed. */
function cut(world: OddWorld): Delivery {
    const head = headWith(world);
    const all = Array.from(
        { length: 3 },
        (): Edited => ({
            unit: scored(world.random, head, world.spares.transfer()),
            edit: asIs,
        }),
    );
    const key = `iso20022/cut-${world.date}.xml.gz`;
    const bytes = fileBytes(key, edited(head, all)).slice(0, -9);
    return { key, bytes, outcomes: [], fault: { reason: "truncated-file", afterRow: 0 } };
}

const PLANNED =
    "<SttlmTmReq><CLSTm>23:59:00+02:00</CLSTm></SttlmTmReq><SttlmTmIndctn><CdtDtTm>2963-07-01T08:00:00Z</CdtDtTm></SttlmTmIndctn>";
const DECOY =
    `<SplmtryData><Envlp>${START}<PmtId><EndToEndId>DECOY</EndToEndId></PmtId><IntrBkSttlmAmt Ccy="EUR">777.00</IntrBkSttlmAmt>` +
    "</CdtTrfTxInf></Envlp></SplmtryData>";

const asIs = (xml: string): string => xml;

function headWith({ random, date }: OddWorld): Head {
    return headOf(random, styles.settlement, "DE", [], Date.parse(`${date}T12:00:00Z`));
}

/** The message with each transfer's text as its program made it. */
function edited(head: Head, all: readonly Edited[]): string {
    const [opening = "", ...texts] = pacs008File({ ...head, transfers: all.map(({ unit }) => unit.content) }).split(
        START,
    );
    return opening + texts.map((text, index) => all[index]?.edit(START + text) ?? "").join("");
}

/** A sum that counts what is refused would be another finding. */
const withoutSum = (xml: string): string => xml.replace(/\s*<CtrlSum>[^<]*<\/CtrlSum>/, "");

const groupedInSmallLetters = (iban: string): string => iban.toLowerCase().replace(/(?<=^(?:.{4})+)(?=.)/g, " ");

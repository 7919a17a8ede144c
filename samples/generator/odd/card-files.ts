import { zipSync } from "fflate";
import { sampleToken } from "../canonical.ts";
import { fileBytes } from "../compress.ts";
import type { Delivery, Outcome, Unit } from "../delivery.ts";
import {
    type CardFields,
    type CsvStyle,
    cardColumns,
    cardFields,
    cardRow,
    plainCsv,
} from "../formats/card-network-csv.ts";
import type { Payment } from "../transaction.ts";
import { type OddWorld, refusedAs, scoredAs } from "./odd-rows.ts";

type Change = (fields: CardFields) => Partial<CardFields>;

/** Synthetic, Luhn-valid, from ranges published for testing: one hides in a cell, one in the name of a file. */
export const hiddenCardNumber = "4000000000000259";
export const namedCardNumber = "4000000000000341";

const pipes = { ...plainCsv, delimiter: "|" } as const satisfies CsvStyle;

/** Each file is one that somebody's program wrote or damaged on its way; together they hold next to nothing. */
export function oddCardFiles(world: OddWorld): Delivery[] {
    return [merged(world), grouped(world), mainframe(world), archive(world), chargebacks(world)];
}

/** Files put one behind another, rows ended in three ways, and a cell with lines of which one looks like a row. */
function merged({ random, spares, date }: OddWorld): Delivery {
    const forged = cardRow(cardFields(spares.card(), reference(random), plainCsv), plainCsv);
    const rows = Array.from({ length: 5 }, () => entry(random, spares.card(), plainCsv));
    const text = (index: number, columns = [...cardColumns], change: Change = () => ({})): string => {
        const fields = rows[index]?.fields as CardFields;
        const own = { ...fields, ...change(fields) };
        return columns.map((column) => (/["\n]/.test(own[column]) ? `"${own[column]}"` : own[column])).join(",");
    };
    const backwards = [...cardColumns].reverse();
    const csv = [
        `${cardColumns.join(",")}\r${text(0)}\r`,
        `${text(1, [...cardColumns], () => ({ entry_mode: `paid twice?\n${forged}\nno: see above` }))}\r${text(2)}\n`,
        `${backwards.join(",")}\r\n${text(3, backwards)}\r\n${text(4, backwards)}\n`,
        `${backwards.filter((column) => column !== "amount").join(",")}\n${forged}\n`,
    ].join("");
    const outcomes = rows.map(({ outcome }) => outcome);
    const key = `card-network/merged-${date}.csv`;
    return { key, bytes: fileBytes(key, csv), outcomes, fault: { reason: "unreadable-file", afterRow: 5 } };
}

/** Thousands that could be decimals, and card numbers as people write them and where nobody expects them. */
function grouped({ random, spares, date }: OddWorld): Delivery {
    const good = (change: Change = () => ({}), instead = {}): Unit =>
        row(entry(random, spares.card(), pipes, change, instead), pipes);
    const bad = (reason: Parameters<typeof refusedAs>[0], cause: string, change: Partial<CardFields>): Unit => ({
        content: cardRow({ ...cardFields(spares.card(), reference(random), pipes), ...change }, pipes),
        outcome: refusedAs(reason, cause),
    });
    const inFours = (digits: string): string => digits.replace(/(?<=^(?:\d{4})+)(?=\d)/g, " ");
    const units = [
        good(),
        bad("ambiguous-amount", "a comma before three digits", { amount: "1,000", currency: "EUR" }),
        good(({ card_number: card }) => ({ card_number: inFours(card) })),
        bad("ambiguous-amount", "yen with a comma", { amount: "125,000", currency: "JPY" }),
        bad("ambiguous-amount", "a comma before four digits", { amount: "1,0000", currency: "EUR" }),
        good(({ card_number: card }) => ({ card_number: inFours(card).replaceAll(" ", "-") })),
        // In the wrong column it goes no further than its token.
        good(() => ({ merchant_id: inFours(hiddenCardNumber).replaceAll(" ", ":") }), {
            counterpartyId: sampleToken(hiddenCardNumber),
        }),
        bad("invalid-identifier", "a card number in wide digits", { merchant_id: wide(hiddenCardNumber) }),
        bad("invalid-identifier", "a card number with minus signs", {
            merchant_id: inFours(hiddenCardNumber).replaceAll(" ", "\u2212"),
        }),
        bad("missing-field", "a card number glued to a note, and no account", {
            account_id: "",
            entry_mode: `seen${hiddenCardNumber}X`,
        }),
    ];
    const lines = [cardColumns.join("|"), ...units.map(({ content }) => content)].map((line) => `${line}\n`);
    const key = `card-network/acquirer north (2) 100%+ ${date}.csv`;
    const outcomes = units.map(({ outcome }) => outcome);
    return { key, bytes: fileBytes(key, lines.join("")), outcomes, told: ["card-number-tokenised"] };
}

/** Rows ended by the next line of a mainframe, one byte of Latin-1, with a name in it. */
function mainframe({ random, spares, date }: OddWorld): Delivery {
    const rows = ["caf\u00e9", "", "chip"].map((mode) =>
        entry(random, spares.card(), plainCsv, () => ({ entry_mode: mode })),
    );
    const lines = [cardColumns.join(","), ...rows.map(({ fields }) => cardRow(fields, plainCsv))];
    const bytes = Uint8Array.from(lines.map((line) => `${line}\u0085`).join(""), (character) =>
        character.charCodeAt(0),
    );
    return { key: `card-network/mainframe-${date}.csv`, bytes, outcomes: rows.map(({ outcome }) => outcome) };
}

/** A ZIP, stored without packing under the name of a CSV: its text could be read as one. */
function archive({ random, spares, date }: OddWorld): Delivery {
    const { fields } = entry(random, spares.card(), plainCsv);
    const text = new TextEncoder().encode(`${cardColumns.join(",")}\n${cardRow(fields, plainCsv)}\n`);
    // ZIP has local times, so this is the same one everywhere.
    const bytes = zipSync({ "clearing.csv": text }, { level: 0, mtime: new Date(2026, 9, 11) });
    const key = `card-network/archive-${date}.csv`;
    return { key, bytes, outcomes: [], fault: { reason: "unreadable-file", afterRow: 0 } };
}

/** A card number in its name, and rows ended by carriage returns but for the last. */
function chargebacks({ random, spares }: OddWorld): Delivery {
    const rows = [entry(random, spares.card(), plainCsv), entry(random, spares.card(), plainCsv)];
    const lines = [cardColumns.join(","), ...rows.map(({ fields }) => cardRow(fields, plainCsv))];
    const key = `card-network/chargebacks_${namedCardNumber}.csv`;
    return { key, bytes: fileBytes(key, `${lines.join("\r")}\n`), outcomes: rows.map(({ outcome }) => outcome) };
}

interface Entry {
    fields: CardFields;
    outcome: Outcome;
}

function entry(
    random: OddWorld["random"],
    payment: Payment,
    style: CsvStyle,
    change: Change = () => ({}),
    instead: Parameters<typeof scoredAs>[3] = {},
): Entry {
    const own = reference(random);
    const fields = cardFields(payment, own, style);
    return {
        fields: { ...fields, ...change(fields) },
        outcome: scoredAs(payment, "card-network", own, instead),
    };
}

const row = ({ fields, outcome }: Entry, style: CsvStyle): Unit => ({ content: cardRow(fields, style), outcome });

const reference = (random: OddWorld["random"]): string => `T${random.hex(11).toUpperCase()}`;

const wide = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

import { canonicalJson, type Transaction } from "../../../contract/transaction/transaction.ts";
import { brokenMessages } from "../broken/messages.ts";
import { canonical, labelOf } from "../canonical.ts";
import { fileBytes } from "../compress.ts";
import { conflict, type Delivery, mixIn, refused, type Unit } from "../delivery.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";
import type { Spares } from "./spares.ts";

/** Messages of the card switch and of the bank's app, one a line; some repeat what files deliver too. */
export function liveMessages(
    random: Random,
    payments: readonly Payment[],
    spares: Spares,
    alsoInFiles: readonly Transaction[],
    key: string,
): Delivery {
    const own = payments.map((payment) => scored(random, payment));
    const disputed = scored(random, spares.transfer());
    const changed = { ...transactionOf(disputed), counterpartyId: "DE-BRANCH-0001" };
    const extra: Unit[] = [
        ...own.slice(3, 7).map((unit) => repeated(transactionOf(unit))),
        ...alsoInFiles.map(repeated),
        ...brokenMessages.map((kind) => ({
            content: kind.make(canonicalOf(random, spares.transfer())),
            outcome: refused(kind),
        })),
        {
            content: canonicalJson(changed),
            outcome: conflict(changed, "another payee, sent live"),
        },
    ];
    // Two programs write the same fields in another order, or each letter behind an escape.
    const units = mixIn(random, [...own.map(respelt), disputed], extra);
    const text = units.map(({ content }) => `${content}\n`).join("");
    return { key, bytes: fileBytes(key, text), outcomes: units.map(({ outcome }) => outcome) };
}

interface Sent extends Unit {
    outcome: Extract<Unit["outcome"], { kind: "scored" }>;
}

const transactionOf = ({ outcome }: Sent): Transaction => outcome.transaction;

function canonicalOf(random: Random, payment: Payment): Transaction {
    const source = payment.channel === "card" ? "card-switch" : "mobile-bank";
    return canonical(payment, source, `${source}:${random.hex(6)}-${random.hex(6)}`);
}

function scored(random: Random, payment: Payment): Sent {
    const transaction = canonicalOf(random, payment);
    return { content: canonicalJson(transaction), outcome: { kind: "scored", transaction, label: labelOf(payment) } };
}

function respelt(unit: Sent, index: number): Unit {
    if (index === 10) return { ...unit, content: JSON.stringify(Object.fromEntries(backwards(transactionOf(unit)))) };
    if (index !== 11) return unit;
    const escaped = unit.content.replace(/(?<=:")[a-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
    return { ...unit, content: escaped };
}

const backwards = (transaction: Transaction): [string, unknown][] => Object.entries(transaction).reverse();

function repeated(transaction: Transaction): Unit {
    return { content: canonicalJson(transaction), outcome: { kind: "duplicate", transaction } };
}

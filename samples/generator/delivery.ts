import type { FileFinding, Reason } from "../../contract/reasons.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import type { Random } from "./random.ts";
import type { Label } from "./transaction.ts";

/** What must become of one delivered row, transaction or message. */
export type Outcome =
    | { kind: "scored"; transaction: Transaction; label: Label }
    | { kind: "duplicate"; transaction: Transaction }
    | { kind: "quarantined"; by: "unpack" | "screen"; reason: Exclude<Reason, "conflict">; cause: string }
    | Conflict;

/** One of two contents under one id; which of them is refused depends on which comes second. */
export interface Conflict {
    kind: "quarantined";
    by: "screen";
    reason: "conflict";
    cause: string;
    transaction: Transaction;
}

/** A row, transaction or message as its source writes it. */
export interface Unit<Content = string> {
    content: Content;
    outcome: Outcome;
}

/** One file for the landing bucket, or the live messages. */
export interface Delivery {
    /** Landing key; `live/…` for messages. */
    key: string;
    bytes: Uint8Array;
    outcomes: readonly Outcome[];
    /** The file breaks after its last row. */
    fault?: { reason: Reason; afterRow: number };
    /** What must be told of the file although its rows stand. */
    told?: readonly FileFinding[];
}

/** What a source writes that nobody should accept: how it came about, and the reason the platform must give. */
export interface BrokenKind<Make> {
    cause: string;
    reason: Exclude<Reason, "conflict">;
    /** Who refuses it; `unpack` unless said. */
    by?: "screen";
    make: Make;
}

export function refused({ by, reason, cause }: BrokenKind<unknown>): Outcome {
    return { kind: "quarantined", by: by ?? "unpack", reason, cause };
}

export function conflict(transaction: Transaction, cause: string): Conflict {
    return { kind: "quarantined", by: "screen", reason: "conflict", cause, transaction };
}

/** Puts the extra units at random places among the others, whose order stays. */
export function mixIn<T>(random: Random, units: readonly T[], extra: readonly T[]): T[] {
    const mixed = [...units];
    for (const unit of extra) mixed.splice(random.int(0, mixed.length), 0, unit);
    return mixed;
}

/** Those for which it holds, and the others. */
export function split<T>(all: readonly T[], holds: (one: T) => boolean): [those: T[], others: T[]] {
    const parts: [T[], T[]] = [[], []];
    for (const one of all) parts[holds(one) ? 0 : 1].push(one);
    return parts;
}

/** Every n-th, beginning with the first: shares causes out between files. */
export const share = <T>(all: readonly T[], part: number, parts: number): T[] =>
    all.filter((_, index) => index % parts === part);

import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Supplement } from "../../contract/supplement.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import { accountFeatures } from "../account-features.ts";
import { byAccount } from "../account-histories.ts";
import { csvOf, FEATURES, rowOf } from "../features.ts";
import { HYPERPARAMETERS, REVIEW_BUDGET } from "../hyperparameters.ts";
import { assess } from "../rules/assess.ts";

/** A transaction, and what whoever made it up knows of it. */
export interface Labelled {
    transaction: Transaction;
    label: { pattern: string; lookAlike?: string };
}

export type SaysOf = (transaction: Transaction) => Supplement | undefined;

/** The payments of a world, and what the supplementary sets said of each when it was scored. */
export interface Payments {
    all: Iterable<Labelled>;
    /** Nothing of what was scored while there was no set. */
    saysOf: SaysOf;
}

/** An invented world of payments. */
export interface World {
    seed: number;
    payments: number;
    /** Its first day, in milliseconds. */
    start: number;
    amountScale?: number;
    /** Of thieves who take care to look ordinary, and of honest payments that look like theft. */
    evasiveShare?: number;
    lookAlikeShare?: number;
}

/** A Monday; what day it is must not matter from one set to the next. */
const START = Date.UTC(2026, 0, 5);

/** The worlds of each set share no account, card or device with those of another. */
export const SETS: Readonly<Record<string, World>> = {
    train: { seed: 101, payments: 200_000, start: START },
    validation: { seed: 202, payments: 60_000, start: START },
    test: { seed: 303, payments: 60_000, start: START },
    // Dearer, and thieves who take more care: what the model meets when the world moves on.
    shifted: { seed: 404, payments: 60_000, start: START, amountScale: 1.6, evasiveShare: 0.7, lookAlikeShare: 0.15 },
};

/**
 * Writes what `train.py` and `evaluate.py` read: for each set the rows as SageMaker's XGBoost takes them, the label first
 * and no heading, and beside each a file of what only the generator knows.
 */
export async function prepare(
    folder: string,
    paymentsOf: (world: World) => Payments,
    sets: Readonly<Record<string, World>> = SETS,
): Promise<void> {
    await mkdir(folder, { recursive: true });
    const features = FEATURES.map(({ name }) => name);
    const ofSets = FEATURES.filter(({ source }) => source === "supplementary sets").map(({ name }) => name);
    const plan = { features, ofSets, hyperparameters: HYPERPARAMETERS, seed: 7, reviewBudget: REVIEW_BUDGET };
    await writeFile(join(folder, "plan.json"), `${JSON.stringify(plan, undefined, 4)}\n`);
    for (const [name, world] of Object.entries(sets)) {
        const rows = createWriteStream(join(folder, `${name}.csv`));
        const known = createWriteStream(join(folder, `${name}.known.csv`));
        known.write("pattern,lookAlike,channel,country,ruleScore\n");
        const { all, saysOf } = paymentsOf(world);
        for (const { labelled, ruleScore, row } of examples(all, saysOf)) {
            const { label, transaction } = labelled;
            rows.write(`${label.pattern === "legitimate" ? 0 : 1},${csvOf(row)}\n`);
            const { channel, country } = transaction;
            known.write(`${[label.pattern, label.lookAlike ?? "", channel, country, ruleScore].join(",")}\n`);
        }
        await Promise.all([rows, known].map((stream) => new Promise((done) => stream.end(done))));
    }
}

interface Example {
    labelled: Labelled;
    ruleScore: number;
    row: number[];
}

/** Each transaction with the features that the live path would have computed for it. */
export function* examples(all: Iterable<Labelled>, saysOf: SaysOf = () => undefined): Generator<Example> {
    const byTransaction = new Map<Transaction, Labelled>();
    for (const labelled of all) byTransaction.set(labelled.transaction, labelled);
    for (const history of byAccount(byTransaction.keys()).values()) {
        const features = accountFeatures(history);
        for (const [index, transaction] of history.entries()) {
            const [account, labelled] = [features[index], byTransaction.get(transaction)];
            if (account === undefined || labelled === undefined) continue;
            const supplementary = saysOf(transaction);
            yield {
                labelled,
                ruleScore: assess(transaction, account, { supplementary }).score,
                row: rowOf({ transaction, account, supplementary }),
            };
        }
    }
}

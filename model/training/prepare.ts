import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Supplement } from "../../contract/supplement.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import { type Labelled, labelledTransactions } from "../../samples/generator/labelled.ts";
import { hash } from "../../samples/generator/random.ts";
import { setsOf } from "../../samples/generator/supplementary/known-of.ts";
import { saysOf } from "../../samples/generator/supplementary/says-of.ts";
import { accountFeatures } from "../account-features.ts";
import { byAccount } from "../account-histories.ts";
import { csvOf, FEATURES, rowOf } from "../features.ts";
import { HYPERPARAMETERS, REVIEW_BUDGET } from "../hyperparameters.ts";
import { assess } from "../rules/assess.ts";

type Story = Parameters<typeof labelledTransactions>[0];

/** A Monday; what day it is must not matter from one set to the next. */
const START = Date.UTC(2026, 0, 5);

/** The worlds of each set share no account, card or device with those of another. */
export const SETS: Readonly<Record<string, Story>> = {
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
export async function prepare(folder: string, sets: Readonly<Record<string, Story>> = SETS): Promise<void> {
    await mkdir(folder, { recursive: true });
    const features = FEATURES.map(({ name }) => name);
    const ofSets = FEATURES.filter(({ source }) => source === "supplementary sets").map(({ name }) => name);
    const plan = { features, ofSets, hyperparameters: HYPERPARAMETERS, seed: 7, reviewBudget: REVIEW_BUDGET };
    await writeFile(join(folder, "plan.json"), `${JSON.stringify(plan, undefined, 4)}\n`);
    for (const [name, story] of Object.entries(sets)) {
        const rows = createWriteStream(join(folder, `${name}.csv`));
        const known = createWriteStream(join(folder, `${name}.known.csv`));
        known.write("pattern,lookAlike,channel,country,ruleScore\n");
        const all = [...labelledTransactions(story)];
        for (const { labelled, ruleScore, row } of examples(all, asScored(saysOf(setsOf(all, story.seed))))) {
            const { label, transaction } = labelled;
            rows.write(`${label.pattern === "legitimate" ? 0 : 1},${csvOf(row)}\n`);
            const { channel, country } = transaction;
            known.write(`${[label.pattern, label.lookAlike ?? "", channel, country, ruleScore].join(",")}\n`);
        }
        await Promise.all([rows, known].map((stream) => new Promise((done) => stream.end(done))));
    }
}

/** Of a hundred accounts, those that were scored while no set was there: the model must be good without them too. */
const WITHOUT_SETS = 20;

type SaysOf = (transaction: Transaction) => Supplement | undefined;

function asScored(says: SaysOf): SaysOf {
    return (transaction) =>
        (hash(`without/${transaction.accountId}`) >>> 0) % 100 < WITHOUT_SETS ? undefined : says(transaction);
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

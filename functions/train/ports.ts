import type { Decisions } from "../adapters/decisions.ts";
import type { ObjectNames } from "../adapters/object-names.ts";
import type { ObjectReader } from "../adapters/object-reader.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { ScoreLedger } from "../adapters/score-ledger.ts";

export interface Ports {
    /** What was recorded of each transaction. */
    records: ObjectReader & ObjectNames;
    /** The bucket of models. */
    model: ObjectReader & ObjectWriter;
    decisions: Decisions;
    ledger: Pick<ScoreLedger, "rows">;
    remainingMs(): number;
}

export interface Settings {
    /** Days of transactions to learn from. */
    windowDays: number;
    /** Days after which a transaction without an alert counts as legitimate: by then a customer would have complained. */
    maturityDays: number;
    /** Most transactions without an alert; what exceeds them is sampled. */
    rowsAtMost: number;
    /** Fewest cases of fraud that a model learns from. */
    fraudAtLeast: number;
    /** New decisions that are worth a new model. */
    newDecisions: number;
    /** Days after which a model is too old, if anything was decided since. */
    oldestDays: number;
}

import { FEATURES } from "./features.ts";

/** Share of transactions that people can look at: the models are compared by what they find within it. */
export const REVIEW_BUDGET = 0.02;

/**
 * Settings of SageMaker's built-in XGBoost, as text, as its API takes them.
 *
 * The monotone constraints make a score grow with what grows with history: like the rules, the model then never takes
 * back an alert because more became known, and the outcome does not depend on the order of arrival (ADR 0003).
 */
export const HYPERPARAMETERS: Readonly<Record<string, string>> = {
    objective: "binary:logistic",
    eval_metric: "aucpr",
    num_round: "400",
    early_stopping_rounds: "30",
    max_depth: "5",
    eta: "0.1",
    subsample: "0.8",
    colsample_bytree: "0.8",
    min_child_weight: "5",
    tree_method: "hist",
    seed: "7",
    monotone_constraints: `(${FEATURES.map(({ grows }) => (grows ? 1 : 0)).join(",")})`,
};

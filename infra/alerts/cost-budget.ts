import { Budget } from "@pulumi/aws/budgets/budget.js";
import { ComponentResource, type ComponentResourceOptions, ResourceError } from "@pulumi/pulumi";
import type { AlertTopic } from "./alert-topic.ts";

export interface CostBudgetArgs {
    /** What the whole AWS account may cost in a calendar month, in US dollars; 1 or more. */
    monthlyUsd: number;
    /** Who is told. Its policy and its key must let AWS Budgets in. */
    topic: AlertTopic;
}

/**
 * Tells when the account costs more than planned: at four fifths, at the whole, and when AWS expects the whole to be
 * passed. It watches the account, not the tags, because what nobody tagged costs money too.
 */
export class CostBudget extends ComponentResource {
    constructor(name: string, args: CostBudgetArgs, opts?: ComponentResourceOptions) {
        super("compliance:alerts:CostBudget", name, {}, opts);
        const { monthlyUsd, topic } = args;
        if (!(monthlyUsd >= 1)) throw new ResourceError(`monthlyUsd must be 1 or more, got ${monthlyUsd}`, this, true);

        const at = (threshold: number, notificationType: "ACTUAL" | "FORECASTED") => ({
            comparisonOperator: "GREATER_THAN",
            threshold,
            thresholdType: "PERCENTAGE",
            notificationType,
            subscriberSnsTopicArns: [topic.arn],
        });
        new Budget(
            name,
            {
                budgetType: "COST",
                timeUnit: "MONTHLY",
                limitAmount: String(monthlyUsd),
                limitUnit: "USD",
                notifications: [at(80, "ACTUAL"), at(100, "ACTUAL"), at(100, "FORECASTED")],
            },
            { parent: this },
        );
        this.registerOutputs({});
    }
}

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { fromItem, toAttribute, toItem } from "../../functions/adapters/attribute-values.ts";
import { type ConditionalWrite, writeConditionally } from "../../functions/adapters/conditional-writes.ts";
import type { DecisionKept, LedgerRow } from "../../functions/adapters/ledger-row.ts";
import { DynamoScoreLedger } from "../../functions/adapters/score-ledger.ts";
import type { Cloud } from "../verify/cloud.ts";
import { type DecisionLedger, type NewDecision, standingOf } from "./decide.ts";

/** The ledger of a stack, as the person at the terminal may use it. */
export class DynamoDecisionLedger implements DecisionLedger {
    readonly #client: DynamoDBClient;
    readonly #table: string;

    constructor(cloud: Pick<Cloud, "of">, table: string) {
        this.#client = cloud.of(DynamoDBClient);
        this.#table = table;
    }

    rows(ids: readonly string[]): Promise<Map<string, LedgerRow>> {
        return new DynamoScoreLedger(this.#client, this.#table).rows(ids);
    }

    async keep(decisions: readonly NewDecision[]): Promise<PromiseSettledResult<LedgerRow | undefined>[]> {
        const outcomes = await writeConditionally(this.#client, this.#table, decisions.map(asWrite));
        return outcomes.map((outcome) => {
            if (outcome.status === "rejected") return outcome;
            const { value: result } = outcome;
            const against = result.written ? undefined : fromItem(result.existing ?? {});
            return { status: "fulfilled", value: against as LedgerRow | undefined };
        });
    }
}

/** Only where the row's decision is still the one that was looked at; that one is in the history before it is replaced. */
function asWrite({ id, kept, row }: NewDecision): ConditionalWrite {
    const standing = standingOf(row);
    const now = { decision: kept.decision, decidedAt: kept.decidedAt, decidedBy: kept.decidedBy };
    const fields = { ...now, decidedOn: kept.decidedAt.slice(0, 10) };
    const history: DecisionKept[] = standing === undefined ? [] : [standing];
    const unchanged = Object.keys(now).map((name) => {
        const was = standing?.[name as keyof typeof now];
        return was === undefined ? `attribute_not_exists(#${name})` : `#${name} = :was_${name}`;
    });
    const sets = Object.keys(fields).map((name) => `#${name} = :${name}`);
    const was = Object.entries(toItem({ ...standing, note: undefined })).map(([name, value]) => [
        `:was_${name}`,
        value,
    ]);
    return {
        Update: {
            Key: { id: { S: id } },
            UpdateExpression: `SET ${sets.join(", ")}, #decisions = list_append(if_not_exists(#decisions, :history), :kept)`,
            ConditionExpression: ["attribute_exists(#id)", ...unchanged].join(" AND "),
            ExpressionAttributeNames: Object.fromEntries(
                ["id", "decisions", ...Object.keys(fields)].map((name) => [`#${name}`, name]),
            ),
            ExpressionAttributeValues: {
                ...Object.fromEntries(Object.entries(toItem(fields)).map(([name, value]) => [`:${name}`, value])),
                ...Object.fromEntries(was),
                ":history": { L: history.map((one) => toAttribute({ ...one })) },
                ":kept": { L: [toAttribute({ ...kept })] },
            },
        },
    };
}

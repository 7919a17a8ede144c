import type { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions, interpolate } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { type SafeTableArgs, safeTable } from "../storage/safe-table.ts";

/** Index of the decisions by their day; `functions/adapters/decisions.ts` asks it. */
const BY_DECISION = "by-decision";
/** Each claimed transaction by the hour in which it came, in parts that `contract/arrival.ts` names. */
const ARRIVALS_INDEX = "arrivals";

/** One row for each transaction: where it came from, its state and times, what was decided and why. */
export class TransactionLedger extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: SafeTableArgs, opts?: ComponentResourceOptions) {
        super("compliance:ingest:TransactionLedger", name, {}, opts);
        this.key = args.key;
        this.table = safeTable(this, name, args, {
            hashKey: "id",
            indexed: ["decidedOn", "arrival"],
            globalSecondaryIndexes: [
                // Holds only rows with a decision, which are few, so that nobody has to look through all for them.
                {
                    name: BY_DECISION,
                    hashKey: "decidedOn",
                    projectionType: "INCLUDE",
                    nonKeyAttributes: ["decision", "decidedAt", "recordKey"],
                },
                // What it has of a row never changes, so a row costs it one write in its life.
                {
                    name: ARRIVALS_INDEX,
                    hashKey: "arrival",
                    projectionType: "INCLUDE",
                    nonKeyAttributes: ["source"],
                },
            ],
            retention: "life-of-environment",
            operations: ["PutItem", "UpdateItem", "TransactWriteItems", "BatchGetItem", "Query"],
        });
        this.registerOutputs({ table: this.table.name });
    }

    /** For a role that claims transactions and notes what else came of them, under conditions; none deletes a row. */
    grantClaim(): Grant[] {
        return this.grant("dynamodb:PutItem", "dynamodb:UpdateItem");
    }

    /** For a role that moves transactions that were claimed from state to state, under conditions. */
    grantUpdate(): Grant[] {
        return this.grant("dynamodb:UpdateItem");
    }

    /** For a role that looks many transactions up at once. */
    grantLookUp(): Grant[] {
        return this.grant("dynamodb:BatchGetItem");
    }

    /** For a role that looks through what analysts decided, day by day. */
    grantReadDecisions(): Grant[] {
        const index = interpolate`${this.table.arn}/index/${BY_DECISION}`;
        return [{ Effect: "Allow", Action: ["dynamodb:Query"], Resource: index }, ...this.key.grantDecrypt()];
    }

    /** For a role that looks at all rows that came in an hour. */
    grantCount(): Grant[] {
        const index = interpolate`${this.table.arn}/index/${ARRIVALS_INDEX}`;
        return [{ Effect: "Allow", Action: ["dynamodb:Query"], Resource: index }, ...this.key.grantDecrypt()];
    }

    private grant(...actions: string[]): Grant[] {
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}

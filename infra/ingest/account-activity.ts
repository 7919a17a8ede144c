import type { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { type SafeTableArgs, safeTable } from "../storage/safe-table.ts";

/** What each account did lately, in the order of time; rows expire by themselves after their `expiresAt`. */
export class AccountActivity extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: SafeTableArgs, opts?: ComponentResourceOptions) {
        super("compliance:ingest:AccountActivity", name, {}, opts);
        this.key = args.key;
        // The score function sets expiresAt eight days ahead.
        this.table = safeTable(this, name, args, {
            hashKey: "accountId",
            rangeKey: "at",
            retention: "8-days",
            operations: ["PutItem", "BatchWriteItem", "Query"],
        });
        this.registerOutputs({ table: this.table.name });
    }

    /** For the role that notes what an account did and looks back at it. */
    grantNoteAndLookBack(): Grant[] {
        const actions = ["dynamodb:PutItem", "dynamodb:BatchWriteItem", "dynamodb:Query"];
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}

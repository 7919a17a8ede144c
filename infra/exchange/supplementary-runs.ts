import type { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { type SafeTableArgs, safeTable } from "../storage/safe-table.ts";

/** Under which key lies which run of each set counts; `contract` says what stands there. */
export const POINTERS = "current";

/** What has arrived of each run of Data Factory, batch by batch, and how it ended, for thirty days; and which run counts. */
export class SupplementaryRuns extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: SafeTableArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:SupplementaryRuns", name, {}, opts);
        this.key = args.key;
        // The receive function sets expiresAt thirty days ahead, but for which run counts.
        this.table = safeTable(this, name, args, {
            hashKey: "run",
            rangeKey: "part",
            retention: "30-days",
            operations: ["Query", "TransactWriteItems", "UpdateItem"],
        });
        this.registerOutputs({ table: this.table.name });
    }

    /** For a role that looks up which run of each set counts; the rest of the table stays closed to it. */
    grantLookUpCurrent(): Grant[] {
        const only = { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": POINTERS } };
        return [
            { Effect: "Allow", Action: ["dynamodb:Query"], Resource: this.table.arn, Condition: only },
            ...this.key.grantDecrypt(),
        ];
    }

    /** For the role that notes what arrived and counts it at the end. */
    grantNoteAndCount(): Grant[] {
        const actions = ["dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"];
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}

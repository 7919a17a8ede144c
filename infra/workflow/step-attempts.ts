import type { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { type SafeTableArgs, safeTable } from "../storage/safe-table.ts";

/** How far the worker has come with each attempt of a step; rows expire by themselves after their `expiresAt`. */
export class StepAttempts extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: SafeTableArgs, opts?: ComponentResourceOptions) {
        super("compliance:workflow:StepAttempts", name, {}, opts);
        this.key = args.key;
        // The worker sets expiresAt eight days ahead.
        this.table = safeTable(this, name, args, {
            hashKey: "workerGroup",
            rangeKey: "attempt",
            retention: "8-days",
            operations: ["GetItem", "PutItem", "Query"],
        });
        this.registerOutputs({ table: this.table.name });
    }

    /** For the worker. */
    grantKeep(): Grant[] {
        const actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"];
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}

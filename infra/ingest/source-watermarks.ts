import type { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { type SafeTableArgs, safeTable } from "../storage/safe-table.ts";

const OPERATIONS = ["GetItem", "PutItem", "BatchGetItem", "BatchWriteItem"];

/**
 * A row for each source of files, which says how far it has been collected, and one for each collected file, which expires
 * by itself after its `expiresAt`. Without them everything is collected again.
 */
export class SourceWatermarks extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: SafeTableArgs, opts?: ComponentResourceOptions) {
        super("compliance:ingest:SourceWatermarks", name, {}, opts);
        this.key = args.key;
        // The collect function keeps the row of a file for so long after it was last seen; a source's own stays.
        this.table = safeTable(this, name, args, { hashKey: "source", retention: "90-days", operations: OPERATIONS });
        this.registerOutputs({ table: this.table.name });
    }

    /** For the role that collects. */
    grantMove(): Grant[] {
        const actions = OPERATIONS.map((operation) => `dynamodb:${operation}`);
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}

import { Invocation } from "@pulumi/aws/lambda/invocation.js";
import { ComponentResource, type ComponentResourceOptions, jsonStringify, type Output } from "@pulumi/pulumi";
import type { PlatformFunction } from "../compute/platform-function.ts";
import { schemaVersion } from "./schema-version.ts";
import type { Warehouse } from "./warehouse.ts";

export interface SchemaMigrationArgs {
    warehouse: Warehouse;
    /** The function that migrates. */
    migrate: PlatformFunction;
    /** The functions that log in as themselves, by the group whose rights they get. */
    members: Record<string, PlatformFunction[]>;
}

/** Brings the warehouse to the schema of this program during `up`; a migration that fails fails the `up`. */
export class SchemaMigration extends ComponentResource {
    /** What was applied and the last migration that the warehouse has, as JSON. */
    readonly result: Output<string>;

    constructor(name: string, args: SchemaMigrationArgs, opts?: ComponentResourceOptions) {
        super("compliance:warehouse:SchemaMigration", name, {}, opts);
        const { warehouse, migrate, members } = args;

        const roles = Object.entries(members).map(([group, ones]) => [group, ones.map(({ roleName }) => roleName)]);
        const input = jsonStringify({ members: Object.fromEntries(roles) });
        const invocation = new Invocation(
            name,
            // Another input is another run as well.
            { functionName: migrate.functionName, input, triggers: schemaVersion() },
            { parent: this, dependsOn: warehouse.ready },
        );
        this.result = invocation.result;
        this.registerOutputs({});
    }
}

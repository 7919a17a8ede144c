import { Policy } from "@pulumi/aws/iam/policy.js";
import type { Resource } from "@pulumi/pulumi";
import { DELIVERY_PATH } from "../security/role-place.ts";
import { analysis } from "./permissions/analysis.ts";
import { batch } from "./permissions/batch.ts";
import { compute } from "./permissions/compute.ts";
import { data } from "./permissions/data.ts";
import { identity } from "./permissions/identity.ts";
import { keys } from "./permissions/keys.ts";
import { model } from "./permissions/model.ts";
import { network } from "./permissions/network.ts";
import type { Access, Place } from "./permissions/statement.ts";
import { warehouse } from "./permissions/warehouse.ts";
import { watch } from "./permissions/watch.ts";

/** IAM attaches ten policies to a role at most, and takes 6144 characters in each. */
const FAMILIES: Record<string, ((place: Place) => Access)[]> = {
    foundation: [network, keys, identity],
    data: [data, warehouse],
    compute: [compute, model],
    insight: [analysis, watch, batch],
};

/** What the pipelines of one environment may ask for, and what the one that deploys may change. */
export function deliveryPolicies(parent: Resource, place: Place): Record<keyof Access, Policy[]> {
    const all = (kind: keyof Access) =>
        Object.entries(FAMILIES).map(([family, accesses]) => {
            const name = `${kind}-${family}`;
            const policy = policyDocument(accesses.flatMap((access) => access(place)[kind]));
            const named = { name: `${place.environment}-${name}`, path: DELIVERY_PATH };
            return new Policy(name, { ...named, policy }, { parent });
        });
    return { read: all("read"), write: all("write") };
}

export function policyDocument(statements: unknown[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

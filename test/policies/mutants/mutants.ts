import type { ResourceRecord } from "../../../policies/core/resource.ts";
import { isSafeguard } from "../../support/safeguards.ts";
import { extraMutants, newMutants } from "./added.ts";
import { LEAKS } from "./leaks/index.ts";
import { leaked } from "./leaks/leak.ts";
import { leavesOf, shown } from "./leaves.ts";
import { type Mutant, withValue } from "./mutant.ts";
import { policyMutants } from "./of-policies.ts";
import { foreign, weaker } from "./values.ts";

/**
 * The program with each thing broken once: a property for each type and place, a statement for each policy and way to break
 * it. The same every time.
 */
export function mutantsOf(records: readonly ResourceRecord[]): Mutant[] {
    const own = records.filter(({ type }) => /^(aws|azure-native|azuread):/.test(type));
    const all = own.flatMap((record) => [
        ...valueMutants(record),
        ...policyMutants(record),
        ...goneMutants(record),
        ...extraMutants(record),
    ]);
    return [...oncePerPlace(all), ...newMutants(own), ...LEAKS.map((leak) => leaked(leak, own))];
}

function valueMutants(record: ResourceRecord): Mutant[] {
    return leavesOf(record.props)
        .filter(
            ({ path }) =>
                !/^(tags|description|policy|assumeRolePolicy|resourcePolicy|dashboardBody|templateBody)$/.test(
                    String(path[0]),
                ),
        )
        .flatMap(({ path, value }): Mutant[] => {
            const made = (kind: string, other: unknown): Mutant => ({
                ...{ kind, type: record.type, name: record.name, property: shown(path) },
                ...{ of: record, changed: withValue(record, path, other) },
            });
            if (typeof value === "boolean") return [made("flipped", !value)];
            if (typeof value !== "string") return [];
            const [strange, weak] = [foreign(value), weaker(value)];
            return [
                ...(strange === undefined ? [] : [made("foreign", strange)]),
                ...(weak === undefined ? [] : [made("weaker", weak)]),
            ];
        });
}

function goneMutants(record: ResourceRecord): Mutant[] {
    return Object.keys(record.props)
        .filter((property) => isSafeguard(record, property))
        .map((property) => ({
            ...{ kind: "gone", type: record.type, name: record.name, property },
            ...{ of: record, changed: withValue(record, [property], undefined) },
        }));
}

/** Of the same break at the same place of the same type one is enough, but of the kinds that hold data there are three. */
function oncePerPlace(mutants: readonly Mutant[]): Mutant[] {
    const seen = new Map<string, number>();
    return mutants.filter(({ kind, type, property }) => {
        const place = `${kind} ${type} ${property}`;
        const count = (seen.get(place) ?? 0) + 1;
        seen.set(place, count);
        return count <= (HOLDS_DATA.test(type) ? 3 : 1);
    });
}

const HOLDS_DATA = /^aws:(s3|sqs|sns|dynamodb|kms|iam|lambda|ec2\/vpcEndpoint)/;

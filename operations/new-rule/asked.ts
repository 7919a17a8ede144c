import { canonicalType } from "../../policies/core/canonical-type.ts";
import { requireKnownControls } from "../../policies/frameworks/require-known-controls.ts";
import { rules } from "../../policies/rules/index.ts";
import { UserError } from "../cli/user-error.ts";

/** A rule that is to be written. */
export interface Asked {
    readonly name: string;
    readonly type: string;
    readonly severity: string;
    readonly controls: readonly string[];
    readonly property: string;
    readonly scope: string;
    readonly why: string;
    readonly fix: string;
}

type Values = Omit<Asked, "name" | "type" | "controls"> & { readonly type?: string; readonly controls: string };

const SEVERITIES = ["low", "medium", "high", "critical"];
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const TYPE = /^[a-z][\w-]*:[\w./-]+:[A-Z]\w*$/;
const PROPERTY = /^[a-zA-Z]\w*(\.[a-zA-Z]\w*)*$/;
/** What the names of rules about a provider's resources begin with. */
const BEGINNINGS: Readonly<Record<string, string>> = { "azure-native": "azure-", azuread: "entra-" };

/** What was asked for, or all that is wrong with it together. */
export function askedRule([name = "", ...rest]: readonly string[], values: Values): Asked {
    const type = canonicalType(values.type ?? usualType(name) ?? "");
    const controls = values.controls.split(",").flatMap((id) => (id.trim() === "" ? [] : [id.trim()]));
    const { severity, property, scope, why, fix } = values;
    const faults = [
        ...(rest.length > 0 ? [`One rule at a time: ${rest.join(" ")} is left over.`] : []),
        ...faultsOfName(name, type),
        ...(type === "" ? ["Say with --type what it judges, such as aws:s3/bucket:Bucket."] : []),
        ...(type !== "" && !TYPE.test(type)
            ? [`"${type}" is no type of the engine, such as aws:s3/bucket:Bucket.`]
            : []),
        ...(SEVERITIES.includes(severity) ? [] : [`--severity takes ${SEVERITIES.join(", ")}, got "${severity}".`]),
        ...(["resource", "stack"].includes(scope) ? [] : [`--scope takes resource or stack, got "${scope}".`]),
        ...(PROPERTY.test(property) ? [] : [`"${property}" is no property, such as enabled or settings.mode.`]),
        ...faultsOfControls(name, controls),
        ...[why, fix].flatMap((text) => (/[\n"\\]/.test(text) ? [`"${text}" must be one line without quotes.`] : [])),
    ];
    if (faults.length > 0) throw new UserError([...faults, "Try --help."].join("\n"));
    return { name, type, severity, controls, property, scope, why, fix };
}

function faultsOfName(name: string, type: string): string[] {
    if (name === "") return ["Name the rule, such as s3-versioned: npm run new:rule NAME."];
    if (rules.some((rule) => rule.name === name)) return [`There is a rule ${name} already.`];
    if (!NAME.test(name) || name.length > 60) {
        return [
            `"${name}" is no name of a rule: two or more words of small letters with hyphens, such as s3-versioned.`,
        ];
    }
    const wanted = BEGINNINGS[type.split(":")[0] ?? ""];
    if (wanted !== undefined && !name.startsWith(wanted)) return [`A rule about ${type} begins with ${wanted}.`];
    const other = Object.entries(BEGINNINGS).find(
        ([provider, begin]) => name.startsWith(begin) && type.startsWith("aws:") && provider,
    );
    return other === undefined ? [] : [`A rule about ${type} does not begin with ${other[1]}.`];
}

function faultsOfControls(name: string, controls: readonly string[]): string[] {
    if (controls.length === 0) return [];
    try {
        requireKnownControls([{ name, controls }]);
    } catch (error) {
        return [(error as Error).message];
    }
    const served = new Set(controls.map((id) => id.split(":")[0]));
    return served.size >= 2 ? [] : [`--controls names ${[...served].join()} alone: name controls of two frameworks.`];
}

/** What rules of the same first word judge most often. */
function usualType(name: string): string | undefined {
    const counts = new Map<string, number>();
    for (const rule of rules) {
        if (rule.name.split("-")[0] !== name.split("-")[0] || typeof rule.types === "function") continue;
        for (const type of rule.types) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

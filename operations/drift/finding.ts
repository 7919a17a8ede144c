import { createHash } from "node:crypto";
import { formatPath } from "../../local/store/paths.ts";
import type { Value } from "../../local/store/value.ts";
import type { Finding } from "../../policies/finding.ts";
import { rules } from "../../policies/rules/index.ts";
import type { Drift } from "./compare/classify.ts";
import type { Kind } from "./compare/kind.ts";
import { severityOf } from "./judge/severity.ts";
import type { DriftFinding } from "./report-schema.ts";
import { touchesSecret } from "./state/held.ts";
import { cloudOf, sourceOf } from "./state/places.ts";

/** A finding before its history and its cause are known. */
export type Found = Omit<DriftFinding, "change" | "cause" | "firstSeenAt" | "detectedAfterSeconds">;

const LONGEST_SHOWN = 160;

const WORDS: Readonly<Record<Kind, string>> = {
    modified: "was changed",
    deleted: "is gone",
    replaced: "is another one",
    "output-only": "shows another value",
    "left-to-others": "was changed, and by nobody who may",
    unmanaged: "is managed by no stack",
    undeployed: "is not deployed",
};

const controls = new Map(rules.map((rule) => [rule.name, [...rule.controls] as string[]]));

export function fingerprintOf(stack: string, resource: string): string {
    return createHash("sha256").update(`${stack}\n${resource}`).digest("hex").slice(0, 16);
}

export function titleOf(type: string, name: string, kind: Kind): string {
    return `${type.split(":").at(-1)} ${name} ${WORDS[kind]}`;
}

/** A drift and what it breaks, as it is told. */
export function foundOf(stack: string, drift: Drift, broken: readonly Finding[], repair: string): Found {
    const { kind, before, after } = drift;
    const { urn, type, id = "" } = before.resource;
    const name = urn.split("::").slice(3).join("::");
    const secrets = [...before.secrets, ...(after?.secrets ?? [])];
    const source = sourceOf(before.resource);
    return {
        fingerprint: fingerprintOf(stack, urn),
        kind,
        severity: severityOf(kind, broken, drift.differences),
        cloud: cloudOf(type),
        urn,
        type,
        name,
        id,
        title: titleOf(type, name, kind),
        differences: drift.differences.map(({ path, before: old, after: now }) => {
            const shown = (value: Value | undefined) =>
                value !== undefined && touchesSecret(path, secrets) ? "[secret]" : shownValue(value);
            return { path: formatPath(path), before: shown(old), after: shown(now) };
        }),
        broken: broken.map(({ rule, severity, status, urn: where, property, message }) => {
            return { rule, severity, status, urn: where, property, message, controls: controls.get(rule) ?? [] };
        }),
        repair,
        ...(source && { source }),
    };
}

/** Short, and on one line. */
function shownValue(value: Value | undefined): string {
    const text = value === undefined ? "nothing" : JSON.stringify(value);
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

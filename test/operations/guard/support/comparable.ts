import type { Known } from "../../../../local/in-process/resources.ts";
import { isSecret } from "../../../../local/store/signatures.ts";
import type { Value } from "../../../../local/store/value.ts";
import type { Finding } from "../../../../operations/preview/report.ts";
import type { Stated } from "./engine-run.ts";

/** A resource as the guardrails in process know it, in the form of the engine's. */
export function asStated({ urn, type, id, parent, protect, provider, inputs, outputs }: Known): Stated {
    return { urn, type, id, parent, protect: protect ?? false, provider: provider ?? "", inputs, outputs };
}

/** By URN, and alike however it is written: order of names, how a secret is hidden, the engine's own notes. */
export function comparable(resources: readonly Stated[]): Record<string, unknown> {
    const entries = resources.map((resource): [string, unknown] => [resource.urn, plainly(resource as never)]);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function plainly(value: Value): unknown {
    if (Array.isArray(value)) return value.map(plainly);
    if (!(value instanceof Object)) return value;
    if (isSecret(value)) return "<secret>";
    const entries = Object.entries(value).filter(([key]) => key !== "__internal");
    return Object.fromEntries(
        entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, item]) => [key, plainly(item)]),
    );
}

/** Findings in an order of their own, since rules run side by side. */
export function inOrder(findings: readonly Finding[]): Finding[] {
    const bare = findings.map(({ rule, severity, status, urn, property, message }): Finding => {
        return { rule, severity, status, urn, property, message };
    });
    return bare.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

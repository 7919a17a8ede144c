import type { EngineEvent, PolicyEvent } from "@pulumi/pulumi/automation/index.js";
import { parseFinding } from "../../policies/finding.ts";
import { rules } from "../../policies/rules/index.ts";
import type { Finding, PreviewedResource } from "./report.ts";

/** Gathers from the engine's events what a preview report is made of. */
export class PreviewEvents {
    readonly resources: PreviewedResource[] = [];
    readonly findings: Finding[] = [];
    readonly errors: string[] = [];

    readonly onEvent = (event: EngineEvent): void => {
        const { resourcePreEvent, policyEvent, diagnosticEvent } = event;
        if (resourcePreEvent) {
            const { urn, type, op } = resourcePreEvent.metadata;
            if (type !== "pulumi:pulumi:Stack") this.resources.push({ urn, type, name: nameOf(urn), change: op });
        }
        if (policyEvent) this.findings.push(asFinding(policyEvent));
        if (diagnosticEvent?.severity === "error") this.noteError(withoutColours(diagnosticEvent.message).trim());
    };

    private noteError(message: string): void {
        if (message !== NO_REASON) this.errors.push(message);
    }
}

/** What the engine says besides the reason, such as a finding of the guardrails. */
const NO_REASON = "preview failed";

const severities = new Map(rules.map(({ name, severity }) => [name, severity]));

function asFinding({ policyName, message, resourceUrn, enforcementLevel }: PolicyEvent): Finding {
    const { rule, status, property, text } = parseFinding(policyName, withoutColours(message));
    const severity = severities.get(rule) ?? (enforcementLevel === "mandatory" ? "high" : "low");
    return { rule, severity, status, urn: resourceUrn ?? "", property, message: text };
}

function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? urn;
}

/** Events carry Pulumi's colour marks, such as `<{%reset%}>`. */
function withoutColours(text: string): string {
    return text.replace(/<\{%[^%]*%\}>/g, "");
}

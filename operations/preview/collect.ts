import type { EngineEvent, PolicyEvent } from "@pulumi/pulumi/automation/index.js";
import { parseFinding } from "../../policies/finding.ts";
import { rules } from "../../policies/rules/index.ts";
import type { Finding, PreviewedResource } from "./report.ts";

/** Gathers from the engine's events what a preview report is made of. */
export class PreviewEvents {
    private readonly byUrn = new Map<string, PreviewedResource>();
    readonly findings: Finding[] = [];
    readonly errors: string[] = [];

    readonly onEvent = (event: EngineEvent): void => {
        const { resourcePreEvent, policyEvent, diagnosticEvent } = event;
        if (resourcePreEvent) {
            const { urn, type, op } = resourcePreEvent.metadata;
            if (type !== "pulumi:pulumi:Stack") this.note({ urn, type, name: nameOf(urn), change: wordFor(op) });
        }
        if (policyEvent) this.findings.push(asFinding(policyEvent));
        if (diagnosticEvent?.severity === "error") this.noteError(withoutColours(diagnosticEvent.message).trim());
    };

    /** Each once, in the order of the engine. */
    get resources(): PreviewedResource[] {
        return [...this.byUrn.values()];
    }

    /** A replacement comes in several steps. */
    private note(resource: PreviewedResource): void {
        const before = this.byUrn.get(resource.urn);
        if (before?.change !== "replace") this.byUrn.set(resource.urn, resource);
    }

    private noteError(message: string): void {
        if (message !== NO_REASON) this.errors.push(message);
    }
}

function wordFor(operation: string): string {
    return /replace/.test(operation) ? "replace" : operation;
}

/** What the engine says besides the reason, such as a finding of the guardrails. */
const NO_REASON = "preview failed";

const severities = new Map(rules.map(({ name, severity }) => [name, severity]));

function asFinding({ policyName, message, resourceUrn, enforcementLevel }: PolicyEvent): Finding {
    const { rule, status, property, text, exception } = parseFinding(policyName, withoutColours(message));
    const severity = severities.get(rule) ?? (enforcementLevel === "mandatory" ? "high" : "low");
    const excepted = exception !== undefined && { exception };
    return { rule, severity, status, urn: resourceUrn ?? "", property, message: text, ...excepted };
}

function nameOf(urn: string): string {
    return urn.split("::").at(-1) ?? urn;
}

/** Events carry Pulumi's colour marks, such as `<{%reset%}>`. */
function withoutColours(text: string): string {
    return text.replace(/<\{%[^%]*%\}>/g, "");
}

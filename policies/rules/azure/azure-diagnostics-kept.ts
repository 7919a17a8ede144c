import { diagnosticsOf } from "../../checks/links/links.ts";
import { FACTORY, STORAGE_ACCOUNT } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { StackRule } from "../../core/rule.ts";

export const azureDiagnosticsKept: StackRule = {
    name: "azure-diagnostics-kept",
    scope: "stack",
    why: "Azure forgets who read what and which run failed unless a diagnostic setting keeps it.",
    severity: "high",
    controls: ["pci:10.2.1", "nist:AU-2", "nist:AU-12", "iso:A.8.15"],
    fix: "Send the logs of the resource, or of its blob service, to the Log Analytics workspace by a DiagnosticSetting",
    types: [FACTORY, STORAGE_ACCOUNT],
    check(resource, judge, graph) {
        judge(resource.at("diagnostics"), () => {
            const settings = graph.referrers(resource, diagnosticsOf);
            if (settings.length === 0) return "are sent nowhere";
            return settings.some(keepsLogs) ? undefined : "leave out the logs, or the workspace to keep them in";
        });
    },
};

function keepsLogs(setting: Resource): boolean {
    const logs = setting.at("logs").items();
    // An id may be unknown before the first update, but it is there.
    const hasWorkspace = !setting.at("workspaceId").isKnown() || setting.at("workspaceId").text() !== undefined;
    return hasWorkspace && logs.some((log) => log.at("enabled").flag() === true);
}

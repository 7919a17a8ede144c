import { DiagnosticSetting, type DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import type { Workspace } from "@pulumi/azure-native/operationalinsights/workspace.js";
import type { Input, Resource } from "@pulumi/pulumi";

/** Sends what one Azure resource logs and measures to the workspace, each category to a table of its own. */
export function sendDiagnostics(
    parent: Resource,
    name: string,
    workspace: Workspace,
    resourceUri: Input<string>,
    sent: Pick<DiagnosticSettingArgs, "logs" | "metrics">,
): DiagnosticSetting {
    return new DiagnosticSetting(
        name,
        {
            name: "to-the-workspace",
            resourceUri,
            workspaceId: workspace.id,
            logAnalyticsDestinationType: "Dedicated",
            ...sent,
        },
        { parent },
    );
}

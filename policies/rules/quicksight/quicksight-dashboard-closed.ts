import { dashboardsIn } from "../../checks/links/dashboards.ts";
import { CLOUDFORMATION_STACK } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

const PERSON_OR_GROUP = /^arn:aws[\w-]*:quicksight:[\w-]*:\d{12}:(user|group)\/[^*]+$/;

export const quicksightDashboardClosed: ResourceRule = {
    name: "quicksight-dashboard-closed",
    scope: "resource",
    why: "A dashboard shared with everybody in the account, or by a link, is read by people whom nobody named.",
    severity: "high",
    controls: ["pci:7.2.5", "pci:7.2.6", "nist:AC-3", "nist:AC-6", "iso:A.8.3"],
    fix: "Give Permissions to groups or users by ARN, leave out LinkSharingConfiguration, and disable ExportToCSVOption",
    types: [CLOUDFORMATION_STACK],
    check(stack, judge) {
        for (const dashboard of dashboardsIn(stack.at("templateBody"))) {
            for (const permission of dashboard.at("Permissions").items()) {
                judge(permission.at("Principal"), (principal) => {
                    const arn = principal.text() ?? "";
                    return PERSON_OR_GROUP.test(arn) ? undefined : `is ${arn}, neither a group nor a person`;
                });
            }
            judge(dashboard.at("LinkSharingConfiguration"), (link) =>
                link.isAbsent() ? undefined : "lets everybody in who has the link",
            );
            judge(dashboard.at("DashboardPublishOptions.ExportToCSVOption.AvailabilityStatus"), (exported) =>
                exported.text() === "DISABLED" ? undefined : "lets readers carry the figures away as files",
            );
        }
    },
};

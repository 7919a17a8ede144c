import type { DataSetName } from "../../analytics/dashboard/data-sets.ts";
import { dashboardDefinition } from "../../analytics/dashboard/definition.ts";
import { THEME } from "../../analytics/dashboard/palette.ts";
import { VIEW_DASHBOARD, VIEW_THEME } from "./permissions.ts";

/** The most that CloudFormation takes as a text, in bytes; more has to lie in S3. */
const MOST_BYTES = 51_200;

export interface TemplateArgs {
    accountId: string;
    /** Id of dashboard and theme in QuickSight. */
    id: string;
    /** What people see on top. */
    title: string;
    /** ARNs of the groups that may look. */
    readers: string[];
    arnOf: (dataSet: DataSetName) => string;
}

/** Dashboard and theme as a template, since `aws.quicksight.Dashboard` takes no definition. */
export function dashboardTemplate({ accountId, id, title, readers, arnOf }: TemplateArgs): string {
    const permissions = (Actions: string[]) => readers.map((Principal) => ({ Principal, Actions }));
    const off = { AvailabilityStatus: "DISABLED" };
    const template = JSON.stringify({
        AWSTemplateFormatVersion: "2010-09-09",
        Description: "The compliance dashboard; written by the platform's program, change it there",
        Resources: {
            Theme: {
                Type: "AWS::QuickSight::Theme",
                Properties: {
                    AwsAccountId: accountId,
                    ThemeId: id,
                    Name: title,
                    BaseThemeId: "CLASSIC",
                    Configuration: THEME,
                    Permissions: permissions(VIEW_THEME),
                },
            },
            Dashboard: {
                Type: "AWS::QuickSight::Dashboard",
                Properties: {
                    AwsAccountId: accountId,
                    DashboardId: id,
                    Name: title,
                    ThemeArn: { "Fn::GetAtt": ["Theme", "Arn"] },
                    Definition: dashboardDefinition(arnOf),
                    Permissions: permissions(VIEW_DASHBOARD),
                    // What leaves the dashboard as a file leaves row-level permissions behind.
                    DashboardPublishOptions: { AdHocFilteringOption: off, ExportToCSVOption: off },
                    ValidationStrategy: { Mode: "STRICT" },
                },
            },
        },
        Outputs: { DashboardArn: { Value: { "Fn::GetAtt": ["Dashboard", "Arn"] } } },
    });
    const bytes = Buffer.byteLength(template);
    if (bytes <= MOST_BYTES) return template;
    throw new Error(
        `The dashboard's template has ${bytes} bytes, CloudFormation takes ${MOST_BYTES}: leave out a tile of analytics/dashboard, or put the template into S3`,
    );
}

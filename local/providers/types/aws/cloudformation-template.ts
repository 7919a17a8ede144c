import type { Value } from "../../../store/value.ts";
import type { Failure } from "../../checks/check.ts";
import { quicksightFaults } from "./quicksight-template.ts";

/** What resources inside a template must have; of other types nothing is known but that they need a type. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
    "AWS::QuickSight::Dashboard": ["AwsAccountId", "DashboardId", "Name", "Definition"],
    "AWS::QuickSight::Theme": ["AwsAccountId", "BaseThemeId", "Configuration", "Name", "ThemeId"],
};

/** QuickSight takes these sets of actions and no other: those who look, and those who own. */
const VIEWERS: Readonly<Record<string, readonly string[]>> = {
    "AWS::QuickSight::Dashboard": ["DescribeDashboard", "ListDashboardVersions", "QueryDashboard"],
    "AWS::QuickSight::Theme": ["DescribeTheme", "DescribeThemeAlias", "ListThemeAliases", "ListThemeVersions"],
};
const OWNERS: Readonly<Record<string, readonly string[]>> = {
    "AWS::QuickSight::Dashboard": [
        ...(VIEWERS["AWS::QuickSight::Dashboard"] ?? []),
        "DeleteDashboard",
        "DescribeDashboardPermissions",
        "UpdateDashboard",
        "UpdateDashboardPermissions",
        "UpdateDashboardPublishedVersion",
    ],
    "AWS::QuickSight::Theme": [
        ...(VIEWERS["AWS::QuickSight::Theme"] ?? []),
        "CreateThemeAlias",
        "DeleteTheme",
        "DeleteThemeAlias",
        "DescribeThemePermissions",
        "UpdateTheme",
        "UpdateThemeAlias",
        "UpdateThemePermissions",
    ],
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_QuickSight.html */
const QUICKSIGHT = [
    ...["ActionConnector", "Analysis", "CustomPermissions", "Dashboard", "DataSet", "DataSource", "Folder"],
    ...["RefreshSchedule", "Template", "Theme", "Topic", "VPCConnection"],
];

interface TemplateResource {
    Type?: string;
    Properties?: Record<string, unknown>;
}

/** What CloudFormation and the services behind it would refuse of the resources inside. */
export function refusedInTemplate(body: Value | undefined): Failure[] {
    const refuse = (reason: string): Failure => ({ property: "templateBody", reason });
    const template = parsed(body);
    if (template === undefined) return [];
    const resources = Object.entries((template.Resources ?? {}) as Record<string, TemplateResource>);
    if (resources.length === 0) return [refuse("must have Resources")];
    return resources.flatMap(([name, { Type = "", Properties = {} }]) => {
        if (!/^[A-Za-z0-9]{1,255}$/.test(name)) return [refuse(`has ${name}, whose name must be letters and digits`)];
        if (!/^\w+::\w+::\w+$/.test(Type)) return [refuse(`has ${name} without a type`)];
        if (/^AWS::QuickSight::/.test(Type) && !QUICKSIGHT.includes(Type.split("::")[2] ?? "")) {
            return [refuse(`has ${name} of the type ${Type}, which CloudFormation does not have`)];
        }
        const missing = (REQUIRED[Type] ?? []).filter((property) => Properties[property] === undefined);
        const shared = (Properties.Permissions ?? []) as { Actions?: string[] }[];
        const odd = Type in VIEWERS && shared.some(({ Actions = [] }) => !isKnownSet(Type, Actions));
        return [
            ...quicksightFaults(Type, Properties).map((fault) => refuse(`has ${name} ${fault}`)),
            ...missing.map((property) => refuse(`has ${name} without ${property}`)),
            ...(odd ? [refuse(`has ${name} with Permissions that are neither a viewer's nor an owner's`)] : []),
        ];
    });
}

function isKnownSet(type: string, actions: readonly string[]): boolean {
    const given = [...actions].sort().join();
    const named = (set: readonly string[] = []) =>
        set
            .map((action) => `quicksight:${action}`)
            .sort()
            .join();
    return given === named(VIEWERS[type]) || given === named(OWNERS[type]);
}

/** Absent for what is no object, which another check refuses, or not known yet. */
function parsed(body: Value | undefined): Record<string, unknown> | undefined {
    try {
        const template: unknown = JSON.parse(String(body));
        return typeof template === "object" && template !== null ? (template as Record<string, unknown>) : undefined;
    } catch {
        return undefined;
    }
}

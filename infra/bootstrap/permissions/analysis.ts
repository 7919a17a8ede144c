import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

const QUICKSIGHT = ["dashboard", "dataset", "datasource", "group", "theme", "vpcConnection"];

/** What looks at the records: saved queries, their tables, and dashboards. It runs no query. */
export function analysis(place: Place): Access {
    const workgroups = arnIn(place, "athena", "workgroup/*");
    const glue = (...kinds: string[]) => kinds.map((kind) => arnIn(place, "glue", kind));
    const tables = glue("catalog", "database/*", "table/*");
    const shown = QUICKSIGHT.map((kind) => arnIn(place, "quicksight", `${kind}/*`));
    const stacks = arnIn(place, "cloudformation", "stack/*");
    return {
        read: [
            allow(of("athena", "GetNamedQuery", "GetWorkGroup", "ListTagsForResource"), workgroups),
            allow(of("glue", "GetDatabase", "GetPartitionIndexes", "GetTable", "GetTags"), tables),
            allow(
                of(
                    "quicksight",
                    "DescribeDashboard",
                    "DescribeDashboardPermissions",
                    "DescribeDataSet",
                    "DescribeDataSetPermissions",
                    "DescribeDataSetRefreshProperties",
                    "DescribeDataSource",
                    "DescribeDataSourcePermissions",
                    "DescribeGroup",
                    "DescribeGroupMembership",
                    "DescribeRefreshSchedule",
                    "DescribeTheme",
                    "DescribeThemePermissions",
                    "DescribeVPCConnection",
                    "ListTagsForResource",
                ),
                shown,
            ),
            // One subscription for each account.
            unnamed(of("quicksight", "DescribeAccountSubscription")),
            // CloudFormation waits for the first copy of a data set; a list of copies shows no figure.
            allow(of("quicksight", "DescribeIngestion"), arnIn(place, "quicksight", "dataset/*/ingestion/*")),
            unnamed(of("quicksight", "ListIngestions")),
            allow(of("cloudformation", "DescribeStacks", "GetStackPolicy", "GetTemplate"), stacks),
        ],
        write: [
            allow(
                of(
                    "athena",
                    "CreateNamedQuery",
                    "CreateWorkGroup",
                    "DeleteNamedQuery",
                    "DeleteWorkGroup",
                    "TagResource",
                    "UntagResource",
                    "UpdateNamedQuery",
                    "UpdateWorkGroup",
                ),
                workgroups,
            ),
            allow(
                of(
                    "glue",
                    "CreateDatabase",
                    "CreateTable",
                    "DeleteTable",
                    "TagResource",
                    "UntagResource",
                    "UpdateDatabase",
                    "UpdateTable",
                ),
                tables,
            ),
            // What is in a database goes with it.
            allow(of("glue", "DeleteDatabase"), [...tables, ...glue("userDefinedFunction/*")]),
            // Without a name until they are there.
            unnamed(of("quicksight", "CreateDataSource", "CreateVPCConnection")),
            allow(
                of(
                    "quicksight",
                    "CreateDashboard",
                    "CreateDataSet",
                    "CreateGroup",
                    "CreateGroupMembership",
                    "CreateRefreshSchedule",
                    "CreateTheme",
                    "DeleteDashboard",
                    "DeleteDataSet",
                    "DeleteDataSource",
                    "DeleteGroup",
                    "DeleteGroupMembership",
                    "DeleteRefreshSchedule",
                    "DeleteTheme",
                    "DeleteVPCConnection",
                    "PassDataSet",
                    "PassDataSource",
                    "TagResource",
                    "UntagResource",
                    "UpdateDashboard",
                    "UpdateDashboardPermissions",
                    "UpdateDashboardPublishedVersion",
                    "UpdateDataSet",
                    "UpdateDataSetPermissions",
                    "UpdateDataSource",
                    "UpdateDataSourcePermissions",
                    "UpdateGroup",
                    "UpdateRefreshSchedule",
                    "UpdateTheme",
                    "UpdateThemePermissions",
                    "UpdateVPCConnection",
                ),
                shown,
            ),
            allow(
                of("cloudformation", "CreateStack", "DeleteStack", "TagResource", "UntagResource", "UpdateStack"),
                stacks,
            ),
        ],
    };
}

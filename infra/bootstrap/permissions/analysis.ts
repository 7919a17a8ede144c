import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

const QUICKSIGHT = ["dashboard", "dataset", "datasource", "group", "vpcConnection"];

/** What looks at the records: saved queries, their tables, and dashboards. It runs no query. */
export function analysis(place: Place): Access {
    const workgroups = arnIn(place, "athena", "workgroup/*");
    const tables = ["catalog", "database/*", "table/*"].map((kind) => arnIn(place, "glue", kind));
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
                    "DescribeDashboardDefinition",
                    "DescribeDashboardPermissions",
                    "DescribeDataSet",
                    "DescribeDataSetPermissions",
                    "DescribeDataSetRefreshProperties",
                    "DescribeDataSource",
                    "DescribeDataSourcePermissions",
                    "DescribeGroup",
                    "DescribeGroupMembership",
                    "DescribeRefreshSchedule",
                    "DescribeVPCConnection",
                    "ListTagsForResource",
                ),
                shown,
            ),
            // One subscription for each account.
            unnamed(of("quicksight", "DescribeAccountSubscription")),
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
                    "DeleteDatabase",
                    "DeleteTable",
                    "TagResource",
                    "UntagResource",
                    "UpdateDatabase",
                    "UpdateTable",
                ),
                tables,
            ),
            allow(
                of(
                    "quicksight",
                    "CreateDashboard",
                    "CreateDataSet",
                    "CreateDataSource",
                    "CreateGroup",
                    "CreateGroupMembership",
                    "CreateRefreshSchedule",
                    "CreateVPCConnection",
                    "DeleteDashboard",
                    "DeleteDataSet",
                    "DeleteDataSource",
                    "DeleteGroup",
                    "DeleteGroupMembership",
                    "DeleteRefreshSchedule",
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

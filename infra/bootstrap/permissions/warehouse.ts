import { type Access, allow, arnIn, of, type Place } from "./statement.ts";

/** The warehouse and what it may cost. No statement of SQL runs with it; migrations are a function's. */
export function warehouse(place: Place): Access {
    const kinds = ["namespace/*", "usagelimit/*", "workgroup/*"].map((kind) =>
        arnIn(place, "redshift-serverless", kind),
    );
    return {
        read: [
            allow(
                of(
                    "redshift-serverless",
                    "GetNamespace",
                    "GetUsageLimit",
                    "GetWorkgroup",
                    "ListTagsForResource",
                    "ListUsageLimits",
                ),
                kinds,
            ),
        ],
        write: [
            allow(
                of(
                    "redshift-serverless",
                    "CreateNamespace",
                    "CreateUsageLimit",
                    "CreateWorkgroup",
                    "DeleteNamespace",
                    "DeleteUsageLimit",
                    "DeleteWorkgroup",
                    "TagResource",
                    "UntagResource",
                    "UpdateNamespace",
                    "UpdateUsageLimit",
                    "UpdateWorkgroup",
                ),
                kinds,
            ),
        ],
    };
}

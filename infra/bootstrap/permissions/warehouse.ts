import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

/** The warehouse and what it may cost. No statement of SQL runs with it; migrations are a function's. */
export function warehouse(place: Place): Access {
    const kinds = ["namespace/*", "workgroup/*"].map((kind) => arnIn(place, "redshift-serverless", kind));
    return {
        read: [
            allow(of("redshift-serverless", "GetNamespace", "GetWorkgroup", "ListTagsForResource"), kinds),
            // A limit is of a workgroup, and no policy can name it.
            unnamed(of("redshift-serverless", "GetUsageLimit", "ListUsageLimits")),
        ],
        write: [
            allow(
                of(
                    "redshift-serverless",
                    "CreateNamespace",
                    "CreateWorkgroup",
                    "DeleteNamespace",
                    "DeleteWorkgroup",
                    "TagResource",
                    "UntagResource",
                    "UpdateNamespace",
                    "UpdateWorkgroup",
                ),
                kinds,
            ),
            unnamed(of("redshift-serverless", "CreateUsageLimit", "DeleteUsageLimit", "UpdateUsageLimit")),
        ],
    };
}

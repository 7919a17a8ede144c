import { isObject, type Properties } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { longest, oneOf, pattern, required } from "../../checks/common.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { isColumnType } from "./column-type.ts";
import { arn, regional, tagged } from "./common.ts";
import { projectionFault } from "./glue-projection.ts";

/** Glue folds names to lower case; the provider refuses others, or each preview would show a difference. */
const NAME = {
    property: "name",
    maxLength: 255,
    pattern: /^[^A-Z]+$/,
    allowed: "anything but capital letters",
} as const;
const COLUMNS = ["storageDescriptor.columns[*].name", "partitionKeys[*].name"];

export const glue: TypeTable = {
    "aws:glue/catalogDatabase:CatalogDatabase": regional(
        tagged({
            name: NAME,
            id: (database) => `${catalogId(database)}:${database.physicalName}`,
            outputs: (database) => ({
                arn: arn(database, "glue", `database/${database.physicalName}`),
                catalogId: catalogId(database),
                locationUri: "",
            }),
            replaceOn: ["name", "catalogId"],
            checks: [longest("description", 2048)],
        }),
    ),
    "aws:glue/catalogTable:CatalogTable": regional({
        name: NAME,
        id: (table) => `${catalogId(table)}:${table.text("databaseName")}:${table.physicalName}`,
        outputs: (table) => ({
            arn: arn(table, "glue", `table/${table.text("databaseName")}/${table.physicalName}`),
            catalogId: catalogId(table),
        }),
        replaceOn: ["name", "databaseName", "catalogId"],
        checks: [
            required("databaseName", "storageDescriptor.columns[*].name", "partitionKeys[*].name"),
            longest("description", 2048),
            pattern("databaseName", NAME.pattern, "in lower case"),
            ...COLUMNS.map((path) =>
                each(path, (name) => (/[A-Z]/.test(String(name)) ? `must be in lower case, got ${name}` : undefined)),
            ),
            ...COLUMNS.map((path) => path.replace(/name$/, "type")).map((path) =>
                each(path, (type) =>
                    isColumnType(String(type)) ? undefined : `must be a type that Athena has for columns, got ${type}`,
                ),
            ),
            oneOf("tableType", ["EXTERNAL_TABLE", "GOVERNED", "VIRTUAL_VIEW"]),
            when(["storageDescriptor", "partitionKeys"], "partitionKeys", repeatedColumn),
            when(["tableType", "storageDescriptor"], "storageDescriptor.location", locationFault),
            when(["parameters", "partitionKeys"], "parameters", projectionFault),
        ],
    }),
};

/** Athena reads external tables from S3 alone. */
function locationFault({ tableType, storageDescriptor }: Properties): string | undefined {
    const location = isObject(storageDescriptor) ? storageDescriptor.location : undefined;
    if (tableType !== "EXTERNAL_TABLE" || location === undefined) return undefined;
    return /^s3:\/\/[^/]+\//.test(String(location))
        ? undefined
        : `must be an s3:// address with a folder, got ${location}`;
}

function catalogId(resource: ResourceView): string {
    return resource.text("catalogId") || resource.cloud.accountId;
}

/** Athena finds no column of a table in which one name stands twice. */
function repeatedColumn({ storageDescriptor, partitionKeys }: Properties): string | undefined {
    const columns = isObject(storageDescriptor) ? storageDescriptor.columns : [];
    const names = [columns, partitionKeys].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
    const seen = names.map(({ name }) => String(name));
    const twice = seen.find((name, index) => seen.indexOf(name) !== index);
    return twice === undefined ? undefined : `must not repeat the column ${twice}`;
}

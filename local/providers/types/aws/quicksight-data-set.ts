import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { longest, mostItems, oneOf, pattern, required } from "../../checks/common.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";

const MAP_ID = /^[0-9a-zA-Z-]{1,64}$/;
const MAP_ID_SAYS = "letters, digits and -, at most 64";
const TABLE = "physicalTableMaps[*].relationalTable";
const QUERY = "physicalTableMaps[*].customSql";
const TYPES = ["STRING", "INTEGER", "DECIMAL", "DATETIME", "BIT", "BOOLEAN", "JSON"];
const RULES = "rowLevelPermissionDataSet";

const accountOf = ({ cloud, inputs }: ResourceView) => inputs.awsAccountId ?? cloud.accountId;

export const dataSet: TypeTable = {
    "aws:quicksight/dataSet:DataSet": regional(
        tagged({
            id: (one) => `${accountOf(one)},${one.text("dataSetId")}`,
            outputs: (one) => ({
                awsAccountId: accountOf(one),
                arn: arn(one, "quicksight", `dataset/${one.text("dataSetId")}`),
                outputColumns: columnsOf(one),
            }),
            replaceOn: ["awsAccountId", "dataSetId", "useAs"],
            checks: [
                required("dataSetId", "importMode", "name", "physicalTableMaps[*].physicalTableMapId"),
                pattern("dataSetId", /^[\w-]{1,512}$/, "letters, digits, _ and -, at most 512"),
                longest("name", 128),
                oneOf("importMode", ["SPICE", "DIRECT_QUERY"]),
                oneOf("useAs", ["RLS_RULES"]),
                mostItems("physicalTableMaps", 32),
                pattern("physicalTableMaps[*].physicalTableMapId", MAP_ID, MAP_ID_SAYS),
                required(`${TABLE}.dataSourceArn`, `${TABLE}.name`, `${TABLE}.inputColumns`),
                longest(`${TABLE}.name`, 64),
                longest(`${TABLE}.schema`, 64),
                oneOf(`${TABLE}.inputColumns[*].type`, TYPES),
                longest(`${TABLE}.inputColumns[*].name`, 127),
                required(`${QUERY}.dataSourceArn`, `${QUERY}.name`, `${QUERY}.sqlQuery`),
                longest(`${QUERY}.name`, 128),
                longest(`${QUERY}.sqlQuery`, 168_000),
                oneOf(`${QUERY}.columns[*].type`, TYPES),
                pattern("logicalTableMaps[*].logicalTableMapId", MAP_ID, MAP_ID_SAYS),
                longest("logicalTableMaps[*].alias", 64),
                required(`${RULES}.arn`, `${RULES}.permissionPolicy`),
                pattern(`${RULES}.arn`, ARN, "the ARN of a data set"),
                oneOf(`${RULES}.permissionPolicy`, ["GRANT_ACCESS", "DENY_ACCESS"]),
                oneOf(`${RULES}.formatVersion`, ["VERSION_1", "VERSION_2"]),
                oneOf(`${RULES}.status`, ["ENABLED", "DISABLED"]),
                each(RULES, (rules) => {
                    const { formatVersion, namespace } = rules as Properties;
                    return formatVersion === "VERSION_2" && namespace !== undefined
                        ? "must have no namespace with VERSION_2"
                        : undefined;
                }),
                when([RULES, "useAs"], RULES, ({ useAs, [RULES]: rules }) =>
                    useAs === "RLS_RULES" && rules !== undefined ? "must be absent where the rules are" : undefined,
                ),
                when(["physicalTableMaps"], "physicalTableMaps", ({ physicalTableMaps: maps }) =>
                    Array.isArray(maps) && maps.length > 0 ? undefined : "must have at least one table or query",
                ),
                when(["physicalTableMaps", "logicalTableMaps"], "logicalTableMaps", sourceFault),
                mostItems("permissions", 64),
            ],
        }),
    ),
};

/** A logical table reads one that is there. */
function sourceFault({ physicalTableMaps, logicalTableMaps }: Properties): string | undefined {
    const tables = (value: Value | undefined) => (Array.isArray(value) ? value.filter(isObject) : []);
    const there = tables(physicalTableMaps).map(({ physicalTableMapId }) => physicalTableMapId);
    const read = tables(logicalTableMaps).map(({ source }) => (isObject(source) ? source.physicalTableId : undefined));
    const missing = read.find((id) => id !== undefined && !there.includes(id));
    return missing === undefined ? undefined : `reads the table ${missing}, and there is none`;
}

/** The columns as they leave the data set, under their new names. */
function columnsOf({ inputs }: ResourceView): Value[] {
    const members = (value: Value | undefined, name: string): Properties[] =>
        isObject(value) && Array.isArray((value as Properties)[name])
            ? ((value as Properties)[name] as Properties[])
            : [];
    const renamed = new Map(
        members(inputs, "logicalTableMaps")
            .flatMap((map) => members(map, "dataTransforms"))
            .flatMap(({ renameColumnOperation: to }) => (isObject(to) ? [to as Properties] : []))
            .map(({ columnName, newColumnName }) => [columnName, newColumnName]),
    );
    return members(inputs, "physicalTableMaps")
        .flatMap(({ relationalTable, customSql }) => [
            ...members(relationalTable, "inputColumns"),
            ...members(customSql, "columns"),
        ])
        .map(({ name, type }) => ({ name: renamed.get(name) ?? name ?? "", type: type ?? "" }));
}

import assert from "node:assert/strict";
import { awsTypes } from "../../../../../local/providers/types/aws/index.ts";
import { adds, refuses } from "../../support/type-tests.ts";

const TYPE = "aws:quicksight/dataSet:DataSet";
const HERE = "arn:aws:quicksight:eu-west-1:111122223333";
const dataSourceArn = `${HERE}:datasource/warehouse`;

const tableWith = (changes: object) => ({
    physicalTableMaps: [
        {
            physicalTableMapId: "view",
            relationalTable: {
                dataSourceArn,
                schema: "dashboard",
                name: "alerts",
                inputColumns: [{ name: "day", type: "DATETIME" }],
                ...changes,
            },
        },
    ],
});
const rules = { arn: `${HERE}:dataset/rules`, permissionPolicy: "GRANT_ACCESS", formatVersion: "VERSION_1" };
const rulesWith = (changes: object) => ({ rowLevelPermissionDataSet: { ...rules, ...changes } });
const good = { dataSetId: "alerts", name: "Alerts", importMode: "SPICE", ...tableWith({}), ...rulesWith({}) };

describe("the table of QuickSight's data sets", () => {
    adds([
        {
            type: TYPE,
            inputs: {
                dataSetId: "rules",
                name: "Rules",
                importMode: "DIRECT_QUERY",
                physicalTableMaps: [
                    {
                        physicalTableMapId: "rules",
                        customSql: {
                            dataSourceArn,
                            name: "rules",
                            sqlQuery: "SELECT 1",
                            columns: [{ name: "groupname", type: "STRING" }],
                        },
                    },
                ],
                logicalTableMaps: [
                    {
                        logicalTableMapId: "rules",
                        alias: "rules",
                        source: { physicalTableId: "rules" },
                        dataTransforms: [
                            { renameColumnOperation: { columnName: "groupname", newColumnName: "GroupName" } },
                        ],
                    },
                ],
            },
            id: "111122223333,rules",
            outputs: { arn: `${HERE}:dataset/rules`, outputColumns: [{ name: "GroupName", type: "STRING" }] },
        },
    ]);

    refuses([
        {
            type: TYPE,
            good,
            bad: [
                [{ dataSetId: "a/b" }, "dataSetId must be letters, digits, _ and -, at most 512"],
                [{ name: "n".repeat(129) }, "name must have at most 128 characters"],
                [{ importMode: "CACHE" }, "importMode must be one of SPICE, DIRECT_QUERY"],
                [{ useAs: "RULES" }, "useAs must be one of RLS_RULES"],
                [{ useAs: "RLS_RULES" }, "rowLevelPermissionDataSet must be absent where the rules are"],
                [{ physicalTableMaps: [] }, "physicalTableMaps must have at least one table or query"],
                [
                    { physicalTableMaps: [{ physicalTableMapId: "a_b" }] },
                    "physicalTableMaps[0].physicalTableMapId must be letters, digits and -, at most 64",
                ],
                [tableWith({ name: "n".repeat(65) }), "physicalTableMaps[0].relationalTable.name must have at most 64"],
                [tableWith({ dataSourceArn: null }), "physicalTableMaps[0].relationalTable.dataSourceArn is required"],
                [
                    tableWith({ inputColumns: [{ name: "day", type: "DATE" }] }),
                    "physicalTableMaps[0].relationalTable.inputColumns[0].type must be one of",
                ],
                [
                    {
                        physicalTableMaps: [
                            { physicalTableMapId: "rules", customSql: { dataSourceArn, name: "rules" } },
                        ],
                    },
                    "physicalTableMaps[0].customSql.sqlQuery is required",
                ],
                [rulesWith({ arn: "rules" }), "rowLevelPermissionDataSet.arn must be the ARN of a data set"],
                [rulesWith({ permissionPolicy: "ALLOW" }), "rowLevelPermissionDataSet.permissionPolicy must be one of"],
                [rulesWith({ formatVersion: "V1" }), "rowLevelPermissionDataSet.formatVersion must be one of"],
                [rulesWith({ status: "ON" }), "rowLevelPermissionDataSet.status must be one of"],
                [
                    rulesWith({ formatVersion: "VERSION_2", namespace: "default" }),
                    "rowLevelPermissionDataSet must have no namespace with VERSION_2",
                ],
            ],
        },
    ]);

    it("needs another data set for another id or use, not for another query", () => {
        assert.deepEqual(awsTypes[TYPE]?.replaceOn, ["awsAccountId", "dataSetId", "useAs", "region"]);
    });
});

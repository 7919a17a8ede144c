import { DataSet } from "@pulumi/aws/quicksight/dataSet.js";
import type { DataSource } from "@pulumi/aws/quicksight/dataSource.js";
import { RefreshSchedule } from "@pulumi/aws/quicksight/refreshSchedule.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { DATA_SET_NAMES, type DataSetName, shapeOf } from "../../analytics/dashboard/data-sets.ts";
import { isCopied } from "./figure-id.ts";
import { RULE_COLUMNS } from "./row-rules.ts";

export interface FiguresArgs {
    accountId: string;
    region: string;
    /** Begins the id of each data set. */
    prefix: string;
    source: DataSource;
    /** Query that says who may see which rows. */
    rules: string;
    /** Whether the last 24 hours are asked of the warehouse at each look, or copied like the rest. */
    live: "direct-query" | "copied";
    /** How often the copied ones are copied anew. */
    refresh: "HOURLY" | "DAILY";
}

/** What the tiles read: views of the warehouse, asked live or copied to SPICE, each row only for whom a rule names. */
export class Figures extends ComponentResource {
    /** Ids of those that are copied, by name. */
    readonly copied: Partial<Record<DataSetName, string>> = {};
    readonly dataSets: DataSet[];
    private readonly args: FiguresArgs;

    constructor(name: string, args: FiguresArgs, opts?: ComponentResourceOptions) {
        super("compliance:dashboards:Figures", name, {}, opts);
        this.args = args;
        const rules = this.rules(name);
        this.dataSets = DATA_SET_NAMES.map((dataSet) => this.figure(dataSet, rules));
        this.registerOutputs({});
    }

    /** Known before the data set is there, so that the dashboard's template is too. */
    arnOf(dataSet: DataSetName): string {
        const { accountId, region } = this.args;
        return `arn:aws:quicksight:${region}:${accountId}:dataset/${this.idOf(dataSet)}`;
    }

    private idOf(dataSet: string): string {
        return `${this.args.prefix}-${dataSet}`;
    }

    /** Nobody is given this one: QuickSight reads it by itself. */
    private rules(name: string): DataSet {
        const { source, rules } = this.args;
        const columns = Object.entries(RULE_COLUMNS);
        const table = "rules";
        return new DataSet(
            `${name}-rules`,
            {
                dataSetId: this.idOf("rules"),
                name: "Who sees which rows",
                // Asked at each look, so that a right taken away is gone at once.
                importMode: "DIRECT_QUERY",
                physicalTableMaps: [
                    {
                        physicalTableMapId: table,
                        customSql: {
                            dataSourceArn: source.arn,
                            name: table,
                            sqlQuery: rules,
                            columns: columns.map(([column]) => ({ name: column, type: "STRING" })),
                        },
                    },
                ],
                logicalTableMaps: [
                    {
                        logicalTableMapId: table,
                        alias: table,
                        source: { physicalTableId: table },
                        dataTransforms: columns
                            .filter(([column, wanted]) => column !== wanted)
                            .map(([columnName, newColumnName]) => ({
                                renameColumnOperation: { columnName, newColumnName },
                            })),
                    },
                ],
                useAs: "RLS_RULES",
            },
            { parent: this },
        );
    }

    private figure(dataSet: DataSetName, rules: DataSet): DataSet {
        const { source, live, refresh } = this.args;
        const { title, view, columns } = shapeOf(dataSet);
        const id = this.idOf(dataSet);
        const copied = isCopied(dataSet, live);
        const made = new DataSet(
            dataSet,
            {
                dataSetId: id,
                name: title,
                importMode: copied ? "SPICE" : "DIRECT_QUERY",
                physicalTableMaps: [
                    {
                        physicalTableMapId: view.replaceAll("_", "-"),
                        relationalTable: {
                            dataSourceArn: source.arn,
                            schema: "dashboard",
                            name: view,
                            inputColumns: Object.entries(columns).map(([name, type]) => ({ name, type })),
                        },
                    },
                ],
                rowLevelPermissionDataSet: {
                    arn: rules.arn,
                    namespace: "default",
                    formatVersion: "VERSION_1",
                    // Whoever is in no rule sees no row.
                    permissionPolicy: "GRANT_ACCESS",
                    status: "ENABLED",
                },
                // As far as the views reach back.
                ...(copied && { tags: { retention: "400-days" } }),
            },
            { parent: this },
        );
        if (copied) {
            this.copied[dataSet] = id;
            new RefreshSchedule(
                dataSet,
                {
                    dataSetId: made.dataSetId,
                    scheduleId: refresh.toLowerCase(),
                    schedule: {
                        // All of it: a late transaction changes the figures of a day long gone.
                        refreshType: "FULL_REFRESH",
                        scheduleFrequency:
                            refresh === "HOURLY"
                                ? { interval: refresh }
                                : { interval: refresh, timeOfTheDay: "04:30", timezone: "UTC" },
                    },
                },
                { parent: this },
            );
        }
        return made;
    }
}

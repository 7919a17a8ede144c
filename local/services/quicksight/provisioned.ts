import type { DashboardVersionDefinition, ThemeConfiguration } from "@aws-sdk/client-quicksight";
import type { Store, StoredResource } from "../../store/store.ts";

/** A dashboard as a template of CloudFormation makes it. */
export interface Dashboard {
    readonly id: string;
    readonly name: string;
    readonly definition: DashboardVersionDefinition;
    readonly theme: ThemeConfiguration;
}

/** What a data set reads, and how. */
export interface DataSet {
    readonly id: string;
    readonly arn: string;
    readonly name: string;
    readonly importMode: "SPICE" | "DIRECT_QUERY";
    /** Its columns, in the order in which the query gives them. */
    readonly columns: readonly string[];
    readonly sql: string;
}

const STACK = "aws:cloudformation/stack:Stack";
const DATA_SET = "aws:quicksight/dataSet:DataSet";

interface Template {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
}

interface Table {
    customSql?: { sqlQuery: string; columns: { name: string }[] };
    relationalTable?: { schema?: string; name: string; inputColumns: { name: string }[] };
}

/** The dashboards and data sets that a stack has provisioned. */
export async function provisioned(store: Store): Promise<{ dashboards: Dashboard[]; dataSets: DataSet[] }> {
    const resources = await store.list();
    return {
        dashboards: resources.filter(({ type }) => type === STACK).flatMap(dashboardsIn),
        dataSets: resources.filter(({ type }) => type === DATA_SET).map(dataSetOf),
    };
}

function dashboardsIn({ inputs }: StoredResource): Dashboard[] {
    const { Resources } = JSON.parse(String(inputs.templateBody)) as Template;
    const themes = Object.values(Resources).filter(({ Type }) => Type === "AWS::QuickSight::Theme");
    return Object.values(Resources)
        .filter(({ Type }) => Type === "AWS::QuickSight::Dashboard")
        .map(({ Properties }) => ({
            id: String(Properties.DashboardId),
            name: String(Properties.Name),
            definition: Properties.Definition as DashboardVersionDefinition,
            theme: (themes[0]?.Properties.Configuration ?? {}) as ThemeConfiguration,
        }));
}

function dataSetOf({ name, inputs, outputs }: StoredResource): DataSet {
    const [table] = inputs.physicalTableMaps as unknown as Table[];
    const shared = {
        id: String(inputs.dataSetId),
        arn: String(outputs.arn),
        name: String(inputs.name),
        importMode: inputs.importMode as DataSet["importMode"],
    };
    if (table?.customSql) {
        const columns = table.customSql.columns.map((column) => column.name);
        return { ...shared, columns, sql: table.customSql.sqlQuery };
    }
    if (table?.relationalTable === undefined) throw new Error(`The data set ${name} reads neither a table nor SQL.`);
    const { schema, name: view, inputColumns } = table.relationalTable;
    const columns = inputColumns.map((column) => column.name);
    const from = schema === undefined ? view : `${schema}.${view}`;
    return { ...shared, columns, sql: `SELECT ${columns.join(", ")} FROM ${from}` };
}

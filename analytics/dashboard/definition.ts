import type { DashboardVersionDefinition } from "@aws-sdk/client-quicksight";
import { CALCULATED, DATA_SET_NAMES, type DataSetName } from "./data-sets.ts";
import { filtersOf, PARAMETERS } from "./parameters.ts";
import { sheet } from "./sheet.ts";
import { alerts } from "./sheets/alerts.ts";
import { model } from "./sheets/model.ts";
import { now } from "./sheets/now.ts";
import { quarantine } from "./sheets/quarantine.ts";
import { reporting } from "./sheets/reports.ts";

/** In the order of the tabs, and what each of them reads. */
const SHEETS = [
    { shape: now, dataSets: ["live"] },
    { shape: alerts, dataSets: ["alerts", "risk"] },
    { shape: quarantine, dataSets: ["quarantine"] },
    { shape: model, dataSets: ["scores"] },
    { shape: reporting, dataSets: ["reports"] },
] as const;

/** The whole dashboard, over data sets with these ARNs. The same names hold in QuickSight's API and in CloudFormation. */
export function dashboardDefinition(arnOf: (dataSet: DataSetName) => string) {
    return {
        DataSetIdentifierDeclarations: DATA_SET_NAMES.map((name) => ({ Identifier: name, DataSetArn: arnOf(name) })),
        CalculatedFields: Object.entries(CALCULATED).map(([Name, { dataSet, expression }]) => ({
            DataSetIdentifier: dataSet,
            Name,
            Expression: expression,
        })),
        ParameterDeclarations: PARAMETERS,
        FilterGroups: filtersOf(SHEETS.map(({ shape, dataSets }) => ({ sheet: shape.id, dataSets }))),
        Sheets: SHEETS.map(({ shape }) => sheet(shape)),
    } satisfies DashboardVersionDefinition;
}

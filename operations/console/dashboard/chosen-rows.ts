import type { DashboardVersionDefinition, Filter } from "@aws-sdk/client-quicksight";
import type { Selection } from "../../../console/dashboard-state.ts";
import type { Row } from "../../../local/services/quicksight/copies.ts";

type Test = (row: Row) => boolean;

/** The rows of a data set that a sheet shows, by the filters that the dashboard has for both. */
export function chosenRows(
    { FilterGroups = [] }: DashboardVersionDefinition,
    sheet: string,
    dataSet: string,
    rows: readonly Row[],
    selection: Selection,
): Row[] {
    const tests = FilterGroups.filter(
        (group) =>
            group.Status === "ENABLED" &&
            group.ScopeConfiguration?.SelectedSheets?.SheetVisualScopingConfigurations?.some(
                ({ SheetId }) => SheetId === sheet,
            ),
    )
        .flatMap(({ Filters = [] }) => Filters)
        .filter((filter) => columnOf(filter)?.DataSetIdentifier === dataSet)
        .map((filter) => testOf(filter, selection));
    return rows.filter((row) => tests.every((test) => test(row)));
}

function columnOf({ CategoryFilter, TimeRangeFilter }: Filter) {
    return CategoryFilter?.Column ?? TimeRangeFilter?.Column;
}

function testOf(filter: Filter, selection: Selection): Test {
    const { CategoryFilter: category, TimeRangeFilter: days } = filter;
    const name = columnOf(filter)?.ColumnName ?? "";
    if (category) {
        const parameter = category.Configuration?.CustomFilterConfiguration?.ParameterName;
        const chosen = parameter === undefined ? undefined : CHOICES[parameter]?.(selection);
        if (chosen === undefined) throw new Error(`The parameter ${parameter} is not drawn here.`);
        return (row) => chosen.length === 0 || chosen.includes(String(row[name]));
    }
    if (days) {
        const { from, to } = selection;
        return (row) => {
            const day = row[name] === undefined ? undefined : String(row[name]).slice(0, 10);
            return day !== undefined && day >= from && day <= to;
        };
    }
    throw new Error(`A filter of this kind is not drawn here: ${Object.keys(filter).join(", ")}.`);
}

const CHOICES: Readonly<Record<string, (selection: Selection) => readonly string[]>> = {
    Channel: ({ channel }) => channel,
    Country: ({ country }) => country,
};

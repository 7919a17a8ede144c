import type { TableVisual } from "@aws-sdk/client-quicksight";
import type { TableTile } from "../../../console/dashboard-state.ts";
import { groupBy } from "../../cli/group-by.ts";
import { groupedBy } from "./dimension.ts";
import { dataSetOf, idOf } from "./field.ts";
import { type Expressions, measured } from "./measure.ts";
import type { RowsOf } from "./rows-of.ts";

/** One row for each combination, sorted as the table says. */
export function drawTable(
    { ChartConfiguration: { FieldWells, FieldOptions, SortConfiguration } = {} }: TableVisual,
    rowsOf: RowsOf,
    expressions: Expressions,
): Pick<TableTile, "kind" | "headings" | "rows"> {
    const { GroupBy: by = [], Values: values = [] } = FieldWells?.TableAggregatedFieldWells ?? {};
    const [first] = values;
    if (first === undefined) throw new Error("A table has a value.");
    const keys = by.map(groupedBy);
    const groups = groupBy(rowsOf(dataSetOf(first)), (row) => JSON.stringify(keys.map((key) => key(row))));
    const rows = [...groups].map(([key, group]) => {
        const names = JSON.parse(key) as string[];
        const numbers = values.map((field) => measured(field, group, expressions));
        return {
            cells: [...names, ...numbers.map(({ text }) => text)],
            order: [...names, ...numbers.map(({ value }) => value ?? 0)],
        };
    });
    const ids = [...by, ...values].map(idOf);
    const sort = SortConfiguration?.RowSort?.[0]?.FieldSort;
    const column = ids.indexOf(sort?.FieldId ?? "");
    const sign = sort?.Direction === "DESC" ? -1 : 1;
    rows.sort((one, other) => sign * compared(one.order[column], other.order[column]));
    const labels = new Map(
        FieldOptions?.SelectedFieldOptions?.map(({ FieldId, CustomLabel }) => [FieldId ?? "", CustomLabel ?? ""]),
    );
    return {
        kind: "table",
        headings: ids.map((id, index) => ({ text: labels.get(id) ?? id, isNumber: index >= by.length })),
        rows: rows.map(({ cells }) => cells),
    };
}

/** What is not there is equal to everything, so that nothing is sorted by it. */
function compared(one: string | number | undefined, other: string | number | undefined): number {
    if (one === undefined || other === undefined || one === other) return 0;
    return one < other ? -1 : 1;
}

import type { DimensionField, MeasureField } from "@aws-sdk/client-quicksight";
import type { ChartTile } from "../../../console/dashboard-state.ts";
import type { Row } from "../../../local/services/quicksight/copies.ts";
import { groupBy } from "../../cli/group-by.ts";
import { groupedBy } from "./dimension.ts";
import { dataSetOf } from "./field.ts";
import { type Expressions, measured, nameOf } from "./measure.ts";
import type { RowsOf } from "./rows-of.ts";

export interface ChartWells {
    Category?: readonly DimensionField[] | undefined;
    Values?: readonly MeasureField[] | undefined;
    Colors?: readonly DimensionField[] | undefined;
}

/** Lines in the order of time; bars with the greatest first. */
export function drawChart(
    kind: ChartTile["kind"],
    { Category: [by] = [], Values = [], Colors: [colour] = [] }: ChartWells,
    rowsOf: RowsOf,
    expressions: Expressions,
): Pick<ChartTile, "kind" | "categories" | "series"> {
    const [first] = Values;
    if (by === undefined || first === undefined) throw new Error("A chart has a category and a value.");
    const rows = rowsOf(dataSetOf(first));
    const groups = [...groupBy(rows, groupedBy(by))].sort(([one], [other]) => (one < other ? -1 : 1));
    if (kind === "bars") {
        const size = (of: readonly Row[]) => measured(first, of, expressions).value ?? 0;
        groups.sort(([, one], [, other]) => size(other) - size(one));
    }
    const series = partsOf(Values, first, colour, rows).map(({ name, field, has }) => {
        const points = groups.map(([, group]) => {
            const own = group.filter(has);
            return own.length === 0 ? undefined : measured(field, own, expressions);
        });
        return {
            name,
            values: points.map((point) => point?.value ?? null),
            texts: points.map((point) => point?.text ?? ""),
        };
    });
    return { kind, categories: groups.map(([category]) => category), series };
}

interface Part {
    name: string;
    field: MeasureField;
    has: (row: Row) => boolean;
}

/** A series for each measure, or for each value of what colours the only one. */
function partsOf(
    values: readonly MeasureField[],
    first: MeasureField,
    colour: DimensionField | undefined,
    rows: readonly Row[],
): Part[] {
    if (colour === undefined) return values.map((field) => ({ name: nameOf(field), field, has: () => true }));
    const colourOf = groupedBy(colour);
    const names = [...new Set(rows.map(colourOf))].sort();
    return names.map((name) => ({ name, field: first, has: (row) => colourOf(row) === name }));
}

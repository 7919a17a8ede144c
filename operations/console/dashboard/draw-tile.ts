import type { Visual } from "@aws-sdk/client-quicksight";
import type { DashboardTile } from "../../../console/dashboard-state.ts";
import { drawChart } from "./draw-chart.ts";
import { drawTable } from "./draw-table.ts";
import { dataSetOf } from "./field.ts";
import { type Expressions, measured } from "./measure.ts";
import type { RowsOf } from "./rows-of.ts";

type Place = Pick<DashboardTile, "width" | "height">;

/** One tile with its numbers, by the definition of its visual. */
export function drawTile(visual: Visual, place: Place, rowsOf: RowsOf, expressions: Expressions): DashboardTile {
    const { KPIVisual, LineChartVisual, BarChartVisual, TableVisual } = visual;
    const one = KPIVisual ?? LineChartVisual ?? BarChartVisual ?? TableVisual;
    if (one === undefined) throw new Error(`A visual of this kind is not drawn: ${Object.keys(visual).join(", ")}.`);
    const words = {
        id: one.VisualId ?? "",
        title: one.Title?.FormatText?.PlainText ?? "",
        subtitle: one.Subtitle?.FormatText?.PlainText ?? "",
        ...place,
    };
    if (KPIVisual) {
        const [field] = KPIVisual.ChartConfiguration?.FieldWells?.Values ?? [];
        if (field === undefined) throw new Error(`The number ${words.id} has no value.`);
        return { ...words, kind: "number", text: measured(field, rowsOf(dataSetOf(field)), expressions).text };
    }
    if (TableVisual) return { ...words, ...drawTable(TableVisual, rowsOf, expressions) };
    const lines = LineChartVisual?.ChartConfiguration?.FieldWells?.LineChartAggregatedFieldWells;
    const bars = BarChartVisual?.ChartConfiguration?.FieldWells?.BarChartAggregatedFieldWells;
    const kind = BarChartVisual ? "bars" : "lines";
    return { ...words, ...drawChart(kind, lines ?? bars ?? {}, rowsOf, expressions) };
}

import type { DashboardVersionDefinition, SheetDefinition, Visual } from "@aws-sdk/client-quicksight";
import type { DashboardSheet, Selection } from "../../../console/dashboard-state.ts";
import type { Row } from "../../../local/services/quicksight/copies.ts";
import { chosenRows } from "./chosen-rows.ts";
import { drawTile } from "./draw-tile.ts";

/** Rows by the name that the definition has for their data set. */
export type RowsByDataSet = ReadonlyMap<string, readonly Row[]>;

/** A sheet with all numbers, its tiles in the order of their places. */
export function drawSheet(
    definition: DashboardVersionDefinition,
    sheet: SheetDefinition,
    rows: RowsByDataSet,
    selection: Selection,
): DashboardSheet {
    const { SheetId: id = "", Name: name = "", Visuals = [], TextBoxes = [], ParameterControls = [], Layouts } = sheet;
    const expressions = new Map(
        definition.CalculatedFields?.map(({ Name = "", Expression = "" }) => [Name, Expression]),
    );
    const byId = new Map(Visuals.map((visual) => [idOf(visual), visual]));
    const elements = Layouts?.[0]?.Configuration?.GridLayout?.Elements ?? [];
    const rowsOf = (dataSet: string) => chosenRows(definition, id, dataSet, rows.get(dataSet) ?? [], selection);
    return {
        id,
        name,
        about: TextBoxes.map(({ Content = "" }) => Content.replaceAll(/<[^>]*>/g, "")).join(" "),
        byDays: ParameterControls.some(({ DateTimePicker }) => DateTimePicker !== undefined),
        tiles: elements.flatMap(({ ElementId = "", ColumnSpan: width = 0, RowSpan: height = 0 }) => {
            const visual = byId.get(ElementId);
            return visual === undefined ? [] : [drawTile(visual, { width, height }, rowsOf, expressions)];
        }),
    };
}

function idOf(visual: Visual): string {
    const [one] = Object.values(visual) as { VisualId?: string }[];
    return one?.VisualId ?? "";
}

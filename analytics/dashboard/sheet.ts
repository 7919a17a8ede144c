import type { ParameterControl, SheetDefinition, Visual } from "@aws-sdk/client-quicksight";
import { controlsOf } from "./parameters.ts";

/** QuickSight's grid is 36 columns wide. */
const WIDTH = 36;
const TEXT_HEIGHT = 2;

export interface SheetShape {
    id: string;
    name: string;
    /** What the sheet is about, how fresh it is, and what an empty one means. */
    about: string;
    /** Whether the range of days limits it. */
    byDays: boolean;
    /** Rows of tiles; those of a row share its width. */
    rows: { height: number; tiles: Visual[] }[];
}

/** A sheet: what it is about, and below that its tiles row by row. */
export function sheet({ id, name, about, byDays, rows }: SheetShape): SheetDefinition {
    const text = `${id}-about`;
    const elements = [element(text, "TEXT_BOX", { column: 0, row: 0, width: WIDTH, height: TEXT_HEIGHT })];
    let row = TEXT_HEIGHT;
    for (const { height, tiles } of rows) {
        const width = Math.floor(WIDTH / tiles.length);
        tiles.forEach((tile, index) => {
            elements.push(element(visualId(tile), "VISUAL", { column: index * width, row, width, height }));
        });
        row += height;
    }
    const ParameterControls: ParameterControl[] = controlsOf(id, byDays);
    return {
        SheetId: id,
        Name: name,
        ContentType: "INTERACTIVE",
        ParameterControls,
        TextBoxes: [{ SheetTextBoxId: text, Content: `<text-box>${about}</text-box>` }],
        Visuals: rows.flatMap(({ tiles }) => tiles),
        Layouts: [{ Configuration: { GridLayout: { Elements: elements } } }],
    };
}

export function visualId(visual: Visual): string {
    const [only] = Object.values(visual) as { VisualId?: string }[];
    return only?.VisualId ?? "";
}

interface Place {
    column: number;
    row: number;
    width: number;
    height: number;
}

function element(ElementId: string, ElementType: "TEXT_BOX" | "VISUAL", { column, row, width, height }: Place) {
    return { ElementId, ElementType, ColumnIndex: column, ColumnSpan: width, RowIndex: row, RowSpan: height };
}

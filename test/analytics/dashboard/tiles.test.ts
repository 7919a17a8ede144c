import assert from "node:assert/strict";
import { PALETTE } from "../../../analytics/dashboard/palette.ts";
import { visualId } from "../../../analytics/dashboard/sheet.ts";
import { table } from "../../../analytics/dashboard/visuals.ts";
import { definition, everyIn } from "../support/dashboard-definition.ts";

const { Sheets } = definition;
const visuals = Sheets.flatMap((sheet) => sheet.Visuals ?? []);

describe("the tiles of the compliance dashboard", () => {
    it("says of each tile what exactly it counts, also to readers of screens", () => {
        for (const visual of visuals) {
            const [{ Title, Subtitle, VisualContentAltText } = {}] = Object.values(visual);
            assert.match(Subtitle?.FormatText?.PlainText, /^[A-Z].{20,}\.$/, visualId(visual));
            assert.equal(VisualContentAltText, `${Title?.FormatText?.PlainText}. ${Subtitle?.FormatText?.PlainText}`);
        }
    });

    it("says of each sheet what it means when there is nothing, and writes that for a number", () => {
        for (const { TextBoxes = [] } of Sheets) assert.match(TextBoxes[0]?.Content ?? "", /No data means that /);
        const measures = visuals.flatMap((visual) => everyIn<object>("NumericalMeasureField", visual));
        assert.ok(measures.length > 15);
        for (const measure of measures) assert.deepEqual(everyIn("NullString", measure), ["no data"]);
    });

    it("adds up amounts over currencies only in euros", () => {
        for (const visual of visuals) {
            const columns = everyIn<{ ColumnName: string }>("Column", visual).map(({ ColumnName }) => ColumnName);
            if (columns.includes("amount")) assert.ok(columns.includes("currency"), visualId(visual));
            assert.ok(everyIn("TotalsVisibility", visual).every((visible) => visible === "HIDDEN"));
        }
    });

    it("covers each sheet with tiles that lie beside each other and not over each other", () => {
        for (const { Layouts = [], Visuals = [], TextBoxes = [] } of Sheets) {
            const taken = new Set<string>();
            const elements = Layouts[0]?.Configuration?.GridLayout?.Elements ?? [];
            assert.equal(elements.length, Visuals.length + TextBoxes.length);
            for (const { ElementId, ColumnIndex = 0, ColumnSpan = 0, RowIndex = 0, RowSpan = 0 } of elements) {
                assert.ok(ColumnIndex + ColumnSpan <= 36 && RowSpan >= 1 && RowSpan <= 21, ElementId);
                for (let column = ColumnIndex; column < ColumnIndex + ColumnSpan; column++) {
                    for (let row = RowIndex; row < RowIndex + RowSpan; row++) {
                        assert.ok(!taken.has(`${column} ${row}`), `${ElementId} lies over another`);
                        taken.add(`${column} ${row}`);
                    }
                }
            }
        }
    });

    it("has colours that QuickSight takes, each once", () => {
        assert.ok(PALETTE.length >= 8 && PALETTE.length <= 20);
        assert.equal(new Set(PALETTE).size, PALETTE.length);
        for (const colour of PALETTE) assert.match(colour, /^#[A-F0-9]{6}$/);
    });

    it("refuses a table sorted by a column that it does not have", () => {
        const tile = { id: "tile", title: "Tile", subtitle: "Of a test.", by: {}, values: {}, greatestFirst: "Sum" };
        assert.throws(() => table(tile), { message: 'Table tile has no column "Sum" to sort by' });
    });
});

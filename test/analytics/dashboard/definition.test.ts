import assert from "node:assert/strict";
import { DATA_SETS, type DataSetName, shapeOf } from "../../../analytics/dashboard/data-sets.ts";
import { visualId } from "../../../analytics/dashboard/sheet.ts";
import { definition, everyIn, within } from "../support/dashboard-definition.ts";

const { Sheets, FilterGroups, ParameterDeclarations, CalculatedFields, DataSetIdentifierDeclarations } = definition;

const isId = (text: string) => /^[\w-]{1,512}$/.test(text);

describe("the definition of the compliance dashboard", () => {
    it("has a tile for each question that officers ask", () => {
        assert.deepEqual(
            Sheets.map(({ Name, Visuals = [] }) => [Name, Visuals.map(visualId)]),
            [
                ["Now", ["fraud-rate", "scored", "delay-p95", "fraud-rate-by-hour", "delays-by-hour"]],
                [
                    "Alerts and amounts",
                    ["alerts-total", "euros-at-risk", "alerts-by-rule", "amount-by-currency", "alerts-by-day"],
                ],
                ["Quarantine", ["refused", "refused-by-reason", "refused-by-day"]],
                ["Model", ["average-score", "alert-rate", "score-bands"]],
                ["Regulatory reports", ["reports-open", "report-status"]],
            ],
        );
    });

    it("stays within what QuickSight takes", () => {
        assert.ok(Sheets.length <= 20);
        for (const { SheetId, Visuals = [], ParameterControls = [] } of Sheets) {
            assert.ok(isId(SheetId ?? ""));
            assert.ok(Visuals.length > 0 && Visuals.length <= 50);
            assert.ok(ParameterControls.length <= 200);
        }
        for (const [key, most] of Object.entries({ PlainText: 512, Content: 150_000, VisualContentAltText: 1024 })) {
            for (const text of everyIn<string>(key, definition))
                assert.ok(text.length > 0 && text.length <= most, text);
        }
        for (const { Name } of CalculatedFields) assert.ok(Name.length <= 127);
        for (const { Filters = [] } of FilterGroups) assert.ok(Filters.length <= 20);
    });

    for (const key of ["VisualId", "FieldId", "ParameterControlId", "FilterId", "FilterGroupId", "SheetTextBoxId"]) {
        it(`gives each ${key} once`, () => {
            // The same field is named again where it is sorted by or gets its heading.
            const wells = Sheets.flatMap(({ Visuals }) => [...within(Visuals)]).filter((one) => "Column" in one);
            const ids = key === "FieldId" ? everyIn<string>(key, wells) : everyIn<string>(key, definition);
            assert.ok(ids.length > 0);
            assert.deepEqual(new Set(ids).size, ids.length, ids.join(" "));
            if (key !== "FieldId")
                assert.deepEqual(
                    ids.filter((id) => !isId(id)),
                    [],
                );
        });
    }

    it("reads only columns that its data sets have, as what they are", () => {
        const calculated = new Set(
            CalculatedFields.map(({ DataSetIdentifier, Name }) => `${DataSetIdentifier} ${Name}`),
        );
        for (const field of within(definition)) {
            for (const [kind, types] of Object.entries({
                NumericalMeasureField: ["INTEGER", "DECIMAL", "DATETIME"],
                CategoricalDimensionField: ["STRING"],
                DateDimensionField: ["DATETIME"],
                CategoryFilter: ["STRING"],
                TimeRangeFilter: ["DATETIME"],
            })) {
                if (field[kind] === undefined) continue;
                const { Column } = field[kind] as { Column: { DataSetIdentifier: DataSetName; ColumnName: string } };
                if (calculated.has(`${Column.DataSetIdentifier} ${Column.ColumnName}`)) continue;
                const type = shapeOf(Column.DataSetIdentifier).columns[Column.ColumnName];
                assert.ok(types.includes(type ?? ""), `${kind} of ${Column.ColumnName}, which is ${type}`);
            }
        }
        for (const { DataSetIdentifier, Expression } of CalculatedFields) {
            for (const [, column = ""] of Expression.matchAll(/\{(\w+)\}/g)) {
                assert.ok(column in shapeOf(DataSetIdentifier).columns, Expression);
            }
        }
    });

    it("uses every data set and every column of it, and declares no other", () => {
        assert.deepEqual(
            DataSetIdentifierDeclarations,
            Object.keys(DATA_SETS).map((name) => ({ Identifier: name, DataSetArn: `arn:${name}` })),
        );
        const named = everyIn<{ DataSetIdentifier: string; ColumnName: string }>("Column", definition).map(
            (column) => `${column.DataSetIdentifier}.${column.ColumnName}`,
        );
        const inExpressions = CalculatedFields.flatMap(({ DataSetIdentifier, Expression }) =>
            [...Expression.matchAll(/\{(\w+)\}/g)].map(([, column]) => `${DataSetIdentifier}.${column}`),
        );
        const used = new Set([...named, ...inExpressions]);
        const columns = Object.entries(DATA_SETS).flatMap(([name, { columns }]) =>
            Object.keys(columns).map((column) => `${name}.${column}`),
        );
        assert.deepEqual(
            columns.filter((column) => !used.has(column)),
            [],
        );
    });

    it("lets channel and country limit every tile, and the days every tile but those of now", () => {
        for (const { SheetId, Visuals = [] } of Sheets) {
            const dataSets = new Set(everyIn<string>("DataSetIdentifier", Visuals));
            for (const dataSet of dataSets) {
                const groups = FilterGroups.filter(
                    ({ FilterGroupId, ScopeConfiguration }) =>
                        FilterGroupId === `${dataSet}-filters` &&
                        everyIn("SheetId", ScopeConfiguration).includes(SheetId),
                );
                const wanted = dataSet === "live" ? [] : ["FromDay", "ToDay"];
                const parameters = [
                    ...everyIn<string>("ParameterName", groups),
                    ...everyIn<string>("Parameter", groups),
                ];
                assert.deepEqual(parameters, ["Channel", "Country", ...wanted], `${dataSet} on ${SheetId}`);
            }
        }
    });

    it("offers each parameter that it declares on each sheet that it limits", () => {
        const declared = everyIn<string>("Name", ParameterDeclarations);
        assert.deepEqual(declared, ["FromDay", "ToDay", "Channel", "Country"]);
        for (const { SheetId, ParameterControls } of Sheets) {
            const offered = everyIn<string>("SourceParameterName", ParameterControls);
            assert.deepEqual(offered, SheetId === "now" ? ["Channel", "Country"] : declared, SheetId);
        }
    });
});

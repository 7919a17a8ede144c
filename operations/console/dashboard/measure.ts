import type { MeasureField, NumericalAggregationFunction, NumericalMeasureField } from "@aws-sdk/client-quicksight";
import type { Row } from "../../../local/services/quicksight/copies.ts";
import { written } from "./written.ts";

/** Calculated fields of the dashboard, by name. */
export type Expressions = ReadonlyMap<string, string>;

export interface Measured {
    readonly value: number | undefined;
    readonly text: string;
}

/** What a field makes of rows. */
export function measured(field: MeasureField, rows: readonly Row[], expressions: Expressions): Measured {
    const { Column, AggregationFunction, FormatConfiguration } = numerical(field);
    const name = Column?.ColumnName ?? "";
    const expression = expressions.get(name);
    const value = expression === undefined ? aggregated(name, AggregationFunction, rows) : calculated(expression, rows);
    return { value, text: written(value, FormatConfiguration) };
}

/** How it is called where nobody gave it a heading. */
export function nameOf(field: MeasureField): string {
    const { Column, AggregationFunction } = numerical(field);
    const percent = AggregationFunction?.PercentileAggregation?.PercentileValue;
    const name = (Column?.ColumnName ?? "").replaceAll("_", " ");
    return percent === undefined ? name : `${name}, ${percent} of 100 below`;
}

function numerical(field: MeasureField): NumericalMeasureField {
    if (field.NumericalMeasureField) return field.NumericalMeasureField;
    throw new Error(`A measure of this kind is not drawn here: ${Object.keys(field).join(", ")}.`);
}

function aggregated(
    name: string,
    how: NumericalAggregationFunction | undefined,
    rows: readonly Row[],
): number | undefined {
    const present = rows.map((row) => row[name]).filter((value) => value !== undefined);
    const values = present.map(Number);
    const percent = how?.PercentileAggregation?.PercentileValue;
    if (percent !== undefined) return percentile(values, percent);
    switch (how?.SimpleNumericalAggregation) {
        case "COUNT":
            return present.length;
        case "SUM":
            return values.length === 0 ? undefined : sum(values);
        case "AVERAGE":
            return values.length === 0 ? undefined : sum(values) / values.length;
        default:
            throw new Error(`The aggregation of ${name} is not drawn here: ${JSON.stringify(how)}.`);
    }
}

/** The least value that is not below this many of a hundred. */
function percentile(values: readonly number[], percent: number): number | undefined {
    const sorted = values.toSorted((one, other) => one - other);
    return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

const RATIO = /^sum\(\{(\w+)\}\) \/ sum\(\{(\w+)\}\)$/;

function calculated(expression: string, rows: readonly Row[]): number | undefined {
    const [, above, below] = RATIO.exec(expression) ?? [];
    if (above === undefined || below === undefined) {
        throw new Error(`An expression of this kind is not drawn here: ${expression}.`);
    }
    const [part, whole] = [above, below].map((name) => sum(rows.map((row) => Number(row[name] ?? 0))));
    return whole === 0 || part === undefined || whole === undefined ? undefined : part / whole;
}

function sum(values: readonly number[]): number {
    return values.reduce((total, value) => total + value, 0);
}

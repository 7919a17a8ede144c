import type { DimensionField, MeasureField, NumericalAggregationFunction } from "@aws-sdk/client-quicksight";
import { CALCULATED, type CalculatedName, type DATA_SETS, type DataSetName } from "./data-sets.ts";
import { DAY, FORMATS, type Format, HOUR } from "./formats.ts";

type Columns<Name extends DataSetName> = keyof (typeof DATA_SETS)[Name]["columns"] & string;

/** A field becomes one of a visual by the visual's id, which keeps ids of fields apart. */
export type Dimension = (visual: string) => DimensionField;
export type Measure = (visual: string) => MeasureField;

/** The fields of one data set; a column that it does not have is a type error. */
export function fieldsOf<Name extends DataSetName>(dataSet: Name) {
    type Column = Columns<Name>;
    const column = (name: string) => ({ DataSetIdentifier: dataSet, ColumnName: name });
    const measure = (name: string, kind: string, format: Format, how?: NumericalAggregationFunction): Measure => {
        const AggregationFunction = how === undefined ? {} : { AggregationFunction: how };
        return (visual) => ({
            NumericalMeasureField: {
                FieldId: `${visual}.${name}.${kind}`,
                Column: column(name),
                ...AggregationFunction,
                FormatConfiguration: FORMATS[format],
            },
        });
    };
    const date = (name: Column, granularity: "DAY" | "HOUR"): Dimension => {
        const FormatConfiguration = granularity === "DAY" ? DAY : HOUR;
        return (visual) => ({
            DateDimensionField: {
                FieldId: `${visual}.${name}`,
                Column: column(name),
                DateGranularity: granularity,
                FormatConfiguration,
            },
        });
    };
    return {
        category:
            (name: Column): Dimension =>
            (visual) => ({ CategoricalDimensionField: { FieldId: `${visual}.${name}`, Column: column(name) } }),
        day: (name: Column) => date(name, "DAY"),
        hour: (name: Column) => date(name, "HOUR"),
        sum: (name: Column, format: Format) => measure(name, "sum", format, { SimpleNumericalAggregation: "SUM" }),
        average: (name: Column, format: Format) =>
            measure(name, "average", format, { SimpleNumericalAggregation: "AVERAGE" }),
        count: (name: Column) => measure(name, "count", "count", { SimpleNumericalAggregation: "COUNT" }),
        /** The value below which this many of a hundred lie. */
        percentile: (name: Column, percent: number, format: Format) =>
            measure(name, `p${percent}`, format, { PercentileAggregation: { PercentileValue: percent } }),
    };
}

/** A calculated field says by its expression how it is aggregated. */
export function calculated(name: CalculatedName, format: Format): Measure {
    return (visual) => ({
        NumericalMeasureField: {
            FieldId: `${visual}.${name}`,
            Column: { DataSetIdentifier: CALCULATED[name].dataSet, ColumnName: name },
            FormatConfiguration: FORMATS[format],
        },
    });
}

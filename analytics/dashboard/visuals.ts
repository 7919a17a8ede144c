import type { TableFieldOption, Visual } from "@aws-sdk/client-quicksight";
import type { Dimension, Measure } from "./fields.ts";

export interface Words {
    /** Unique on the whole dashboard: letters, digits and dashes. */
    id: string;
    title: string;
    /** What exactly is counted, and in which unit. */
    subtitle: string;
}

/** Other than its id, what a tile says in words; readers of screens get both sentences. */
function words({ id, title, subtitle }: Words) {
    return {
        VisualId: id,
        Title: { Visibility: "VISIBLE", FormatText: { PlainText: title } },
        Subtitle: { Visibility: "VISIBLE", FormatText: { PlainText: subtitle } },
        VisualContentAltText: `${title}. ${subtitle}`,
    } as const;
}

const idOf = (field: ReturnType<Dimension> | ReturnType<Measure>) => {
    const [{ FieldId = "" } = {}] = Object.values(field) as { FieldId?: string }[];
    return FieldId;
};
const LEGEND = { Visibility: "VISIBLE", Position: "BOTTOM" } as const;

/** One number. */
export function number(tile: Words & { value: Measure }): Visual {
    return { KPIVisual: { ...words(tile), ChartConfiguration: { FieldWells: { Values: [tile.value(tile.id)] } } } };
}

export interface ChartTile extends Words {
    by: Dimension;
    values: Measure[];
    /** One series for each value of it; only with a single measure. */
    series?: Dimension;
}

/** Lines over time. */
export function lines(tile: ChartTile): Visual {
    return {
        LineChartVisual: {
            ...words(tile),
            ChartConfiguration: {
                Type: "LINE",
                FieldWells: { LineChartAggregatedFieldWells: wells(tile) },
                Legend: LEGEND,
            },
        },
    };
}

/** Horizontal bars, the longest first, since the names of rules and reasons are long. */
export function bars(tile: ChartTile): Visual {
    const fields = wells(tile);
    const [first = {}] = fields.Values;
    return {
        BarChartVisual: {
            ...words(tile),
            ChartConfiguration: {
                Orientation: "HORIZONTAL",
                BarsArrangement: "STACKED",
                FieldWells: { BarChartAggregatedFieldWells: fields },
                SortConfiguration: {
                    CategorySort: [{ FieldSort: { FieldId: idOf(first), Direction: "DESC" } }],
                },
                Legend: LEGEND,
            },
        },
    };
}

function wells({ id, by, values, series }: ChartTile) {
    const Colors = series === undefined ? {} : { Colors: [series(id)] };
    return { Category: [by(id)], Values: values.map((value) => value(id)), ...Colors };
}

export interface TableTile extends Words {
    /** Headings and what stands below them; one row for each combination. */
    by: Record<string, Dimension>;
    values: Record<string, Measure>;
    /** The heading by which rows are sorted, the greatest first. */
    greatestFirst: string;
}

export function table(tile: TableTile): Visual {
    const by = Object.entries(tile.by).map(([heading, field]) => ({ heading, field: field(tile.id) }));
    const values = Object.entries(tile.values).map(([heading, field]) => ({ heading, field: field(tile.id) }));
    const all = [...by, ...values].map(({ heading, field }) => ({ heading, id: idOf(field) }));
    const sortedBy = all.find(({ heading }) => heading === tile.greatestFirst);
    if (sortedBy === undefined) throw new Error(`Table ${tile.id} has no column "${tile.greatestFirst}" to sort by`);
    const options = all.map(({ heading, id }): TableFieldOption => ({ FieldId: id, CustomLabel: heading }));
    return {
        TableVisual: {
            ...words(tile),
            ChartConfiguration: {
                FieldWells: {
                    TableAggregatedFieldWells: {
                        GroupBy: by.map(({ field }) => field),
                        Values: values.map(({ field }) => field),
                    },
                },
                FieldOptions: { SelectedFieldOptions: options },
                SortConfiguration: { RowSort: [{ FieldSort: { FieldId: sortedBy.id, Direction: "DESC" } }] },
                // A total over currencies would add euros to yen.
                TotalOptions: { TotalsVisibility: "HIDDEN" },
            },
        },
    };
}

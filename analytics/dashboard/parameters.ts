import type { FilterGroup, ParameterControl, ParameterDeclaration } from "@aws-sdk/client-quicksight";
import { DATA_SET_NAMES, type DataSetName, shapeOf } from "./data-sets.ts";

/** What a reader may choose. Nothing chosen means all that the reader may see. */
const CHOICES = [
    { parameter: "Channel", column: "channel" },
    { parameter: "Country", column: "country" },
] as const;

/** The first and the last day, both included. */
const DAYS = [
    { parameter: "FromDay", title: "From day (UTC)", day: "addDateTime(-29, 'DD', truncDate('DD', now()))" },
    { parameter: "ToDay", title: "To day (UTC)", day: "truncDate('DD', now())" },
] as const;

export const PARAMETERS: ParameterDeclaration[] = [
    ...DAYS.map(({ parameter, day }) => ({
        DateTimeParameterDeclaration: {
            Name: parameter,
            TimeGranularity: "DAY" as const,
            DefaultValues: { RollingDate: { Expression: day } },
        },
    })),
    ...CHOICES.map(({ parameter }) => ({
        StringParameterDeclaration: {
            Name: parameter,
            ParameterValueType: "MULTI_VALUED" as const,
            DefaultValues: { StaticValues: [] },
            ValueWhenUnset: { ValueWhenUnsetOption: "RECOMMENDED_VALUE" as const },
        },
    })),
];

/** The controls on top of a sheet; their values come from what the reader may see of the last 24 hours. */
export function controlsOf(sheet: string, byDays: boolean): ParameterControl[] {
    const days = DAYS.map(({ parameter, title }) => ({
        DateTimePicker: {
            ParameterControlId: `${sheet}-${parameter}`,
            Title: title,
            SourceParameterName: parameter,
            DisplayOptions: { DateTimeFormat: "YYYY-MM-DD" },
        },
    }));
    const choices = CHOICES.map(({ parameter, column }) => ({
        Dropdown: {
            ParameterControlId: `${sheet}-${parameter}`,
            Title: parameter,
            SourceParameterName: parameter,
            Type: "MULTI_SELECT" as const,
            SelectableValues: { LinkToDataSetColumn: { DataSetIdentifier: "scores", ColumnName: column } },
        },
    }));
    return [...(byDays ? days : []), ...choices];
}

/** Which sheets show which data sets. */
export type Shown = readonly { sheet: string; dataSets: readonly DataSetName[] }[];

/** The choices, applied to each data set on the sheets that show it. */
export function filtersOf(shown: Shown): FilterGroup[] {
    return DATA_SET_NAMES.flatMap((name) => {
        const sheets = shown.filter(({ dataSets }) => dataSets.includes(name)).map(({ sheet }) => sheet);
        return sheets.length === 0 ? [] : [group(name, sheets)];
    });
}

/** All conditions of a group hold together. */
function group(dataSet: DataSetName, sheets: string[]): FilterGroup {
    const { time } = shapeOf(dataSet);
    const column = (name: string) => ({ DataSetIdentifier: dataSet, ColumnName: name });
    const choices = CHOICES.map(({ parameter, column: name }) => ({
        CategoryFilter: {
            FilterId: `${dataSet}-${name}`,
            Column: column(name),
            Configuration: {
                CustomFilterConfiguration: {
                    MatchOperator: "EQUALS" as const,
                    ParameterName: parameter,
                    NullOption: "ALL_VALUES" as const,
                },
            },
        },
    }));
    const days = time === undefined ? [] : [{ TimeRangeFilter: between(`${dataSet}-days`, column(time)) }];
    return {
        FilterGroupId: `${dataSet}-filters`,
        CrossDataset: "SINGLE_DATASET",
        Status: "ENABLED",
        Filters: [...choices, ...days],
        ScopeConfiguration: {
            SelectedSheets: {
                SheetVisualScopingConfigurations: sheets.map((SheetId) => ({ SheetId, Scope: "ALL_VISUALS" })),
            },
        },
    };
}

function between(FilterId: string, Column: { DataSetIdentifier: string; ColumnName: string }) {
    return {
        FilterId,
        Column,
        IncludeMinimum: true,
        IncludeMaximum: true,
        RangeMinimumValue: { Parameter: DAYS[0].parameter },
        RangeMaximumValue: { Parameter: DAYS[1].parameter },
        NullOption: "NON_NULLS_ONLY" as const,
        TimeGranularity: "DAY" as const,
    };
}

import { isObject, type Properties, type Value } from "../../../store/value.ts";

/** https://docs.aws.amazon.com/quicksight/latest/APIReference/API_Visual.html */
const VISUALS = [
    ...["BarChart", "BoxPlot", "ComboChart", "CustomContent", "Empty", "FilledMap", "FunnelChart", "GaugeChart"],
    ...["GeospatialMap", "HeatMap", "Histogram", "Insight", "KPI", "LayerMap", "LineChart", "PieChart", "PivotTable"],
    ...["Plugin", "RadarChart", "SankeyDiagram", "ScatterPlot", "Table", "TreeMap", "Waterfall", "WordCloud"],
].map((kind) => `${kind}Visual`);
/** https://docs.aws.amazon.com/quicksight/latest/APIReference/API_DataColorPalette.html */
const COLOUR = /^#[A-Fa-f0-9]{6}$/;
const DATA_SET = /^arn:[\w-]+:quicksight:[\w-]*:\d{12}:dataset\/[\w-]+$/;

/** Why QuickSight takes no such dashboard or theme, as far as one part of it shows that alone. */
export function quicksightFaults(type: string, properties: Readonly<Record<string, unknown>>): string[] {
    if (type === "AWS::QuickSight::Theme")
        return colourFaults((properties.Configuration ?? null) as Value, "Configuration");
    const definition = properties.Definition as Value | undefined;
    if (type !== "AWS::QuickSight::Dashboard" || !isObject(definition)) return [];
    const sets = list(definition.DataSetIdentifierDeclarations).flatMap(({ DataSetArn, Identifier }) =>
        isText(DataSetArn) && !DATA_SET.test(DataSetArn)
            ? [`whose data set ${Identifier} must have the ARN of one, got ${DataSetArn}`]
            : [],
    );
    const visuals = list(definition.Sheets).flatMap(({ Visuals }) => list(Visuals));
    return [...sets, ...visuals.flatMap(visualFaults)];
}

function visualFaults(visual: Properties): string[] {
    const kinds = Object.keys(visual);
    const [kind = ""] = kinds;
    if (kinds.length !== 1 || !VISUALS.includes(kind))
        return [`with a visual of ${kinds.join(", ")}, which there is not`];
    const inside = visual[kind];
    return isObject(inside) && inside.VisualId === undefined ? [`with a ${kind} without a VisualId`] : [];
}

function colourFaults(value: Value, path: string): string[] {
    if (Array.isArray(value)) return value.flatMap((one, index) => colourFaults(one, `${path}[${index}]`));
    if (isObject(value)) return Object.entries(value).flatMap(([name, one]) => colourFaults(one, `${path}.${name}`));
    const coloured = /(Color|Colors\[\d+\]|Gradient\[\d+\])$/.test(path);
    return coloured && isText(value) && !COLOUR.test(value) ? [`whose ${path} must be like #0072B2, got ${value}`] : [];
}

/** Functions of CloudFormation are objects, and known only there. */
function isText(value: Value | undefined): value is string {
    return typeof value === "string";
}

function list(value: Value | undefined): Properties[] {
    return Array.isArray(value) ? value.filter(isObject) : [];
}

import { type Input, jsonStringify, type Output } from "@pulumi/pulumi";

/** One line of a graph. */
export interface Line {
    namespace: string;
    metric: string;
    dimensions: Record<string, Input<string>>;
    /** `Sum`, `Maximum`, `Average` or a percentile such as `p95`. */
    statistic: string;
    /** What the legend says. */
    label: string;
}

/** One graph over time. */
export interface Graph {
    title: string;
    lines: Line[];
    /** Length of a point, in seconds. Default: 60. */
    periodSeconds?: number;
}

/** Graphs beside each other, under a heading. */
export interface Row {
    heading: string;
    graphs: Graph[];
}

/** A dashboard is 24 units wide; a heading takes one unit of height. */
const WIDTH = 24;
const GRAPH_HEIGHT = 6;
const ROW_HEIGHT = GRAPH_HEIGHT + 1;

/** The body of a CloudWatch dashboard that shows these rows, each as wide as the dashboard. */
export function dashboardBody(region: string, rows: Row[]): Output<string> {
    return jsonStringify({
        start: "-PT3H",
        widgets: rows.flatMap(({ heading, graphs }, index) => {
            const y = index * ROW_HEIGHT;
            const width = Math.floor(WIDTH / graphs.length);
            const text = { type: "text", x: 0, y, width: WIDTH, height: 1, properties: { markdown: `## ${heading}` } };
            return [
                text,
                ...graphs.map((graph, column) => ({
                    type: "metric",
                    x: column * width,
                    y: y + 1,
                    width,
                    height: GRAPH_HEIGHT,
                    properties: properties(region, graph),
                })),
            ];
        }),
    });
}

function properties(region: string, { title, lines, periodSeconds = 60 }: Graph) {
    return {
        title,
        region,
        view: "timeSeries",
        period: periodSeconds,
        metrics: lines.map(({ namespace, metric, dimensions, statistic, label }) => [
            namespace,
            metric,
            ...Object.entries(dimensions).flat(),
            { stat: statistic, label },
        ]),
    };
}

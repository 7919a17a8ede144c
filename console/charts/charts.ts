import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { ChartTile } from "../dashboard-state.ts";

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface ChartLook {
    /** Of series, in their order. */
    colours: readonly string[];
    text: string;
    quiet: string;
    line: string;
    back: string;
}

export interface DrawnChart {
    show(tile: ChartTile, look: ChartLook): void;
    /** Ends it and lets go of its place. */
    end(): void;
}

/** Draws charts into a place of the page, as wide as that is. */
export function chartIn(place: HTMLElement): DrawnChart {
    const chart = init(place);
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(place);
    return {
        show: (tile, look) => show(chart, tile, look),
        end() {
            resized.disconnect();
            chart.dispose();
        },
    };
}

function show(chart: ECharts, { kind, categories, series }: ChartTile, look: ChartLook): void {
    const axis = {
        axisLine: { lineStyle: { color: look.line } },
        axisLabel: { color: look.quiet, hideOverlap: true },
        splitLine: { lineStyle: { color: look.line } },
    };
    const names = { ...axis, type: "category" as const, data: categories, boundaryGap: kind === "bars" };
    const values = { ...axis, type: "value" as const };
    // Bars lie, since the names of rules and reasons are long; the first is on top.
    const axes =
        kind === "bars" ? { xAxis: values, yAxis: { ...names, inverse: true } } : { xAxis: names, yAxis: values };
    chart.setOption(
        {
            animation: false,
            color: [...look.colours],
            textStyle: { color: look.text },
            grid: { left: 8, right: 24, top: 12, bottom: 44, containLabel: true },
            legend: { bottom: 0, type: "scroll", textStyle: { color: look.text }, pageTextStyle: { color: look.text } },
            // On the canvas as well: the page's policy lets no style into its text.
            tooltip: {
                trigger: "axis",
                renderMode: "richText",
                backgroundColor: look.back,
                textStyle: { color: look.text },
            },
            ...axes,
            series: series.map(({ name, values: data, texts }) => ({
                name,
                data,
                ...(kind === "bars"
                    ? { type: "bar" as const, stack: "all" }
                    : { type: "line" as const, connectNulls: false, symbolSize: 5 }),
                tooltip: { valueFormatter: (_: unknown, index: number) => texts[index] ?? "" },
            })),
        },
        { notMerge: true },
    );
}

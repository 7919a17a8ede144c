import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Delays } from "./delays.ts";
import { type Judged, PATIENCE_MS } from "./judge.ts";
import type { AtRate, Measured } from "./measure.ts";

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TitleComponent, SVGRenderer]);

/** Between black and white, so that it can be read on either. */
const TEXT = "#6e7781";
const LINES = "#8c959f55";
const SOURCES = [
    { name: "platform", key: "platform", color: "#2f81f7" },
    { name: "services alone", key: "floor", color: "#d9730d" },
] as const;
const SHARES = [
    { name: "99 %", key: "p99", type: "dotted" },
    { name: "95 %", key: "p95", type: "solid" },
    { name: "50 %", key: "p50", type: "dashed" },
] as const satisfies readonly { key: keyof Delays; name: string; type: string }[];

/** Latency against load as a picture; the same figures give the same bytes. */
export function latencyPlot({ rates }: Measured, { knee }: Judged): string {
    const chart = init(null, null, { renderer: "svg", ssr: true, width: 760, height: 470 });
    chart.setOption({
        animation: false,
        textStyle: { color: TEXT, fontFamily: "sans-serif", fontSize: 13 },
        // So wide that each source has a row of its own.
        legend: { top: 0, width: 600, itemWidth: 40, itemGap: 18, textStyle: { color: TEXT, fontSize: 13 } },
        grid: { left: 64, right: 96, top: 92, bottom: 56 },
        xAxis: { ...axis("live messages a second"), type: "value", min: 0, nameLocation: "middle", nameGap: 32 },
        yAxis: {
            ...axis("seconds from send to verdict (services alone: to deleted)"),
            type: "log",
            nameTextStyle: { align: "left", color: TEXT },
            axisLabel: { color: TEXT, formatter: (value: number) => `${value} s` },
        },
        series: [
            ...SOURCES.flatMap((source) => SHARES.map((share) => line(rates, source, share))),
            { type: "line", data: [], markLine: marks(knee) },
        ],
    });
    const svg = chart.renderToSVGString();
    chart.dispose();
    return `${svg}\n`;
}

function axis(name: string) {
    return {
        name,
        nameTextStyle: { color: TEXT },
        axisLabel: { color: TEXT },
        axisLine: { lineStyle: { color: TEXT } },
        splitLine: { lineStyle: { color: LINES } },
    };
}

function line(rates: readonly AtRate[], source: (typeof SOURCES)[number], share: (typeof SHARES)[number]) {
    return {
        type: "line",
        name: `${source.name}, ${share.name}`,
        color: source.color,
        symbol: "circle",
        symbolSize: 6,
        lineStyle: { type: share.type, width: 2 },
        data: rates.map((rate) => [round(rate.perSecond, 10), round(rate[source.key][share.key] / 1000, 1000)]),
    };
}

/** Where the claim ends, and where the platform does. */
function marks(knee: AtRate | undefined) {
    const label = { color: TEXT, formatter: "{b}" };
    const claim = { name: `${PATIENCE_MS / 1000} s claimed`, yAxis: PATIENCE_MS / 1000 };
    const end = knee === undefined ? [] : [{ name: "knee", xAxis: round(knee.perSecond, 10) }];
    return { silent: true, symbol: "none", label, lineStyle: { color: TEXT, type: "dashed" }, data: [claim, ...end] };
}

function round(value: number, parts: number): number {
    return Math.round(value * parts) / parts;
}

import { useEffect, useRef } from "preact/hooks";
import type { ChartLook, DrawnChart } from "../charts/charts.ts";
import type { ChartTile } from "../dashboard-state.ts";

/** Fetched when the first chart is shown; its server keeps it apart from the page. */
const CHARTS = "/charts.js";
let charts: Promise<typeof import("../charts/charts.ts")> | undefined;

/** A chart of ECharts, and the same as a table for who does not see it or wants the numbers. */
export function Chart({ tile, colours }: { tile: ChartTile; colours: readonly string[] }) {
    const place = useRef<HTMLDivElement>(null);
    const drawn = useRef<DrawnChart | undefined>(undefined);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    useEffect(() => {
        let isGone = false;
        const show = () => {
            if (place.current) drawn.current?.show(tile, lookOf(place.current, colours, dark.matches));
        };
        charts ??= import(CHARTS);
        charts.then(({ chartIn }) => {
            if (isGone || place.current === null) return;
            drawn.current ??= chartIn(place.current);
            show();
        });
        dark.addEventListener("change", show);
        return () => {
            isGone = true;
            dark.removeEventListener("change", show);
        };
    }, [tile, colours]);
    useEffect(() => () => drawn.current?.end(), []);
    if (tile.categories.length === 0) return <p class="none">no data</p>;
    return (
        <>
            <div
                ref={place}
                class="drawn"
                role="img"
                aria-label={`${tile.title}, also below as a table`}
                style={{ height: `${heightOf(tile)}rem` }}
            />
            <details>
                <summary>As a table</summary>
                <div class="wide-table">
                    <ChartTable tile={tile} />
                </div>
            </details>
        </>
    );
}

/** In rem: each bar has room for its name. */
function heightOf({ kind, categories }: ChartTile): number {
    return kind === "bars" ? Math.max(12, 6 + 1.25 * categories.length) : 18;
}

function ChartTable({ tile: { title, categories, series } }: { tile: ChartTile }) {
    return (
        <table>
            <caption>{title}</caption>
            <thead>
                <tr>
                    <td />
                    {series.map(({ name }) => (
                        <th scope="col" class="number" key={name}>
                            {name}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {categories.map((category, index) => (
                    <tr key={category}>
                        <th scope="row">{category}</th>
                        {series.map(({ name, texts }) => (
                            <td class="number" key={name}>
                                {texts[index]}
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

const BLACK = "#000000";

/** The page's own colours, as its stylesheet gives them to the place; black cannot be seen on a dark page. */
function lookOf(place: HTMLElement, colours: readonly string[], isDark: boolean): ChartLook {
    const style = getComputedStyle(place);
    const of = (name: string) => style.getPropertyValue(name);
    return {
        colours: isDark ? colours.map((colour) => (colour === BLACK ? "#ffffff" : colour)) : colours,
        text: of("color"),
        quiet: of("outline-color"),
        line: of("border-top-color"),
        back: of("background-color"),
    };
}

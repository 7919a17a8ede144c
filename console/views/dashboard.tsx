import { useEffect, useState } from "preact/hooks";
import { dashboardFor } from "../connection.ts";
import type { ChoiceName, DashboardSheet, DashboardState, DashboardTile, Selection } from "../dashboard-state.ts";
import { Chart } from "../parts/chart.tsx";
import type { ViewProps } from "../view-props.ts";
import { when } from "../words.ts";

/** Time between two looks while it is open, in milliseconds. */
const AGAIN_MS = 10_000;

export function DashboardView({ token }: ViewProps) {
    const [dashboard, setDashboard] = useState<DashboardState>();
    const [fault, setFault] = useState<string>();
    const [chosen, setChosen] = useState<Partial<Selection>>({});
    const [sheetId, setSheetId] = useState<string>();
    useEffect(() => {
        const stop = new AbortController();
        const look = async () => {
            try {
                setDashboard(await dashboardFor(token, chosen, stop.signal));
                setFault(undefined);
            } catch (error) {
                if (!stop.signal.aborted) setFault(error instanceof Error ? error.message : String(error));
            }
        };
        look();
        const timer = setInterval(look, AGAIN_MS);
        return () => {
            clearInterval(timer);
            stop.abort();
        };
    }, [token, chosen]);

    const told = fault && (
        <p class="notice bad" role="alert">
            {fault}
        </p>
    );
    if (dashboard === undefined) return told || <p>Copying the figures …</p>;
    const { title, copiedAt, colours, sheets } = dashboard;
    const sheet = sheets.find(({ id }) => id === sheetId) ?? sheets[0];
    return (
        <>
            {told}
            <p>
                {title}, as QuickSight has it provisioned.
                {copiedAt && ` Figures as of ${when(copiedAt)}; in an account they are copied hourly or daily.`}
            </p>
            <nav class="sheets" aria-label="Sheets">
                {sheets.map(({ id, name }) => (
                    <button
                        type="button"
                        key={id}
                        aria-current={id === sheet?.id ? "true" : undefined}
                        onClick={() => setSheetId(id)}
                    >
                        {name}
                    </button>
                ))}
            </nav>
            {sheet && (
                <>
                    <p class="about">{sheet.about}</p>
                    <Choices
                        dashboard={dashboard}
                        sheet={sheet}
                        onChoose={(more) => setChosen({ ...chosen, ...more })}
                    />
                    <div class="tiles">
                        {sheet.tiles.map((tile) => (
                            <Tile key={tile.id} tile={tile} colours={colours} />
                        ))}
                    </div>
                </>
            )}
        </>
    );
}

const CHOICES: readonly { name: ChoiceName; title: string }[] = [
    { name: "channel", title: "Channel" },
    { name: "country", title: "Country" },
];
const DAYS = [
    { name: "from", title: "From day (UTC)" },
    { name: "to", title: "To day (UTC)" },
] as const;

function Choices({
    dashboard: { selection, choices },
    sheet,
    onChoose,
}: {
    dashboard: DashboardState;
    sheet: DashboardSheet;
    onChoose: (more: Partial<Selection>) => void;
}) {
    return (
        <div class="choices">
            {sheet.byDays &&
                DAYS.map(({ name, title }) => (
                    <label key={name}>
                        {title}
                        <input
                            type="date"
                            value={selection[name]}
                            onChange={({ currentTarget }) => onChoose({ [name]: currentTarget.value })}
                        />
                    </label>
                ))}
            {CHOICES.map(({ name, title }) => (
                <label key={name}>
                    {title}
                    <select
                        value={selection[name][0] ?? ""}
                        onChange={({ currentTarget: { value } }) => onChoose({ [name]: value === "" ? [] : [value] })}
                    >
                        <option value="">All</option>
                        {choices[name].map((value) => (
                            <option key={value} value={value}>
                                {value}
                            </option>
                        ))}
                    </select>
                </label>
            ))}
        </div>
    );
}

/** Columns of QuickSight's grid. */
const GRID = 36;

function Tile({ tile, colours }: { tile: DashboardTile; colours: readonly string[] }) {
    return (
        <section
            class={`tile of-${Math.round(GRID / tile.width)}`}
            data-tile={tile.id}
            aria-labelledby={`tile-${tile.id}`}
        >
            <h2 id={`tile-${tile.id}`}>{tile.title}</h2>
            <p class="subtitle">{tile.subtitle}</p>
            <Content tile={tile} colours={colours} />
        </section>
    );
}

function Content({ tile, colours }: { tile: DashboardTile; colours: readonly string[] }) {
    if (tile.kind === "number") return <p class="one-number">{tile.text}</p>;
    if (tile.kind !== "table") return <Chart tile={tile} colours={colours} />;
    if (tile.rows.length === 0) return <p class="none">no data</p>;
    const { headings, rows } = tile;
    return (
        <div class="wide-table">
            <table>
                <thead>
                    <tr>
                        {headings.map(({ text, isNumber }) => (
                            <th scope="col" key={text} class={isNumber ? "number" : ""}>
                                {text}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {rows.map((cells) => (
                        <tr key={cells.join("|")}>
                            {cells.map((cell, index) => (
                                <td key={headings[index]?.text} class={headings[index]?.isNumber ? "number" : ""}>
                                    {cell}
                                </td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

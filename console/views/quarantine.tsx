import { useState } from "preact/hooks";
import { Bars } from "../parts/bars.tsx";
import type { QuarantinedRow } from "../state.ts";
import type { ViewProps } from "../view-props.ts";
import { count, several, when } from "../words.ts";

/** Rows that are shown before somebody asks for more. */
const PAGE = 50;

export function QuarantineView({ state: { quarantine, counts } }: ViewProps) {
    const { byReason, rows } = quarantine;
    const [reason, setReason] = useState("");
    const [most, setMost] = useState(PAGE);
    const chosen = rows.filter((row) => reason === "" || row.reason === reason);
    return (
        <>
            <p>
                {several(counts.quarantined, "row")}, messages and files were refused. What arrived is kept with card
                numbers masked.
            </p>
            <Bars
                caption="Refused by reason"
                unit="Reason|Refused"
                bars={byReason.map(({ reason, count }) => ({ name: reason, value: count }))}
            />
            <h2>What was refused</h2>
            <div class="choices">
                <label>
                    Reason
                    <select value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)}>
                        <option value="">All</option>
                        {byReason.map(({ reason }) => (
                            <option key={reason} value={reason}>
                                {reason}
                            </option>
                        ))}
                    </select>
                </label>
                <p>
                    {count(Math.min(most, chosen.length))} of {count(chosen.length)}, the newest first
                </p>
            </div>
            <div class="list">
                {chosen.slice(0, most).map((row) => (
                    <Row key={`${row.origin} ${row.at}`} row={row} />
                ))}
            </div>
            {chosen.length > most && (
                <button type="button" onClick={() => setMost(most + PAGE)}>
                    Show more
                </button>
            )}
        </>
    );
}

function Row({ row }: { row: QuarantinedRow }) {
    const { source, reason, detail, field, content, at, origin } = row;
    return (
        <details>
            <summary>
                <span class="amount">{reason}</span>
                <span>{source}</span>
                <time dateTime={at}>{when(at)}</time>
            </summary>
            <div class="inside">
                <p>
                    {detail}
                    {field && ` Field: ${field}.`}
                </p>
                <p class="id">
                    From <code>{origin}</code>
                </p>
                <pre>{content}</pre>
            </div>
        </details>
    );
}

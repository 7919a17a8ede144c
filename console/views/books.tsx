import type { ViewProps } from "../view-props.ts";
import { count } from "../words.ts";

/** Whether all that came in is somewhere, and the warehouse has what was scored. */
export function Books({ state: { counts, books } }: ViewProps) {
    const { scored, quarantined, duplicates, deadLettered, underway } = counts;
    const sum = scored + quarantined + duplicates + deadLettered;
    const rows: [string, number, string][] = [
        ["Came in", counts.in, "rows of files, faults of files, live messages"],
        ["Scored", scored, "distinct transactions with a verdict"],
        ["Quarantined", quarantined, "refused, with their reason"],
        ["Duplicates", duplicates, "delivered again, counted once"],
        ["Dead letters", deadLettered, "parked, with their cause"],
        [
            "Difference",
            counts.in - sum,
            underway > 0 ? `${count(underway)} claimed, without a verdict yet` : "came in, and is none of these",
        ],
    ];
    return (
        <>
            <p class={`notice ${books.balanced ? "good" : ""}`}>
                {books.balanced
                    ? "Balanced: in = scored + quarantined + duplicates + dead letters."
                    : "Not balanced yet: something is under way, or missing."}
            </p>
            <table>
                <caption>What came in, and what became of it</caption>
                <thead>
                    <tr>
                        <th scope="col">Where it is</th>
                        <th scope="col" class="number">
                            Units
                        </th>
                        <th scope="col">What that is</th>
                    </tr>
                </thead>
                <tbody>
                    {rows.map(([name, units, what]) => (
                        <tr key={name}>
                            <th scope="row">{name}</th>
                            <td class="number">{count(units)}</td>
                            <td>{what}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <p class={`notice ${books.loaded ? "good" : ""}`}>
                {books.loaded
                    ? "Loaded: the warehouse has every transaction that was scored, and every refusal."
                    : `Not loaded yet: the warehouse has ${count(counts.loaded)} of ${count(scored)}.`}
            </p>
            <table>
                <caption>The ledger beside the warehouse, by source</caption>
                <thead>
                    <tr>
                        <th scope="col">Source</th>
                        <th scope="col" class="number">
                            Scored in the ledger
                        </th>
                        <th scope="col" class="number">
                            In the warehouse
                        </th>
                        <th scope="col" class="number">
                            Difference
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {books.bySource.map(({ source, scored, loaded }) => (
                        <tr key={source}>
                            <th scope="row">{source}</th>
                            <td class="number">{count(scored)}</td>
                            <td class="number">{count(loaded)}</td>
                            <td class="number">{count(scored - loaded)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </>
    );
}

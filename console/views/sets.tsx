import { useEffect, useState } from "preact/hooks";
import { Figure } from "../parts/figure.tsx";
import type { ViewProps } from "../view-props.ts";
import { age, count, when } from "../words.ts";

/** As often as an age is written anew, in milliseconds. */
const EVERY_MS = 10_000;

export function Sets({ state: { exchange } }: ViewProps) {
    const now = useNow();
    if (exchange === undefined) return <p class="none">What came from Azure could not be read yet.</p>;
    const { sets, lacking, withSets, doubtful } = exchange;
    return (
        <>
            <dl class="figures">
                <Figure name="Verdicts with every set" value={count(withSets)} note="rest on all that they should" />
                <Figure
                    name="Verdicts in doubt"
                    value={count(doubtful)}
                    note="a set was missing, stale or unreadable"
                    {...(doubtful > 0 && { tone: "bad" as const })}
                />
            </dl>
            {lacking.map((set) => (
                <p class="notice bad" key={set}>
                    Nothing came of {set}: verdicts that need it say so.
                </p>
            ))}
            {sets.length > 0 && (
                <table>
                    <caption>What counts now of each set, brought by Data Factory</caption>
                    <thead>
                        <tr>
                            <th scope="col">Set</th>
                            <th scope="col" class="number">
                                Rows
                            </th>
                            <th scope="col">Age</th>
                            <th scope="col">Complete since</th>
                            <th scope="col">Run</th>
                        </tr>
                    </thead>
                    <tbody>
                        {sets.map(({ set, rows, run, completedAt }) => (
                            <tr key={set}>
                                <th scope="row">{set}</th>
                                <td class="number">{count(rows)}</td>
                                <td>{age(Date.parse(completedAt), now)}</td>
                                <td>{when(completedAt)}</td>
                                <td>
                                    <code>{run.slice(0, 8)}</code>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
        </>
    );
}

/** The time, every few seconds: an age grows although nothing new comes. */
function useNow(): number {
    const [now, setNow] = useState(Date.now);
    useEffect(() => {
        const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
        return () => clearInterval(timer);
    }, []);
    return now;
}

import { Figure } from "../parts/figure.tsx";
import { RateChart } from "../parts/rate-chart.tsx";
import type { ConsoleState } from "../state.ts";
import type { ViewProps } from "../view-props.ts";
import { count, several, share, when } from "../words.ts";

/** Alerts that stand here; all of them have a view of their own. */
const FEW = 5;

export function Overview({ state }: ViewProps) {
    const { counts, model, rate, alerts } = state;
    const open = alerts.filter(({ decision, withdrawn }) => !decision && !withdrawn);
    return (
        <>
            <Standing state={state} />
            <dl class="figures">
                <Figure
                    name="Fraud rate"
                    value={share(counts.alerts, counts.scored)}
                    note="alerts of what was scored"
                />
                <Figure
                    name="Alerts"
                    value={count(counts.alerts)}
                    note={`${count(model.decided.open)} wait for a decision`}
                />
                <Figure
                    name="Scored"
                    value={count(counts.scored)}
                    note={`${count(counts.byModel)} by the model, ${count(counts.byRules)} by the rules`}
                />
                <Figure
                    name="Came in"
                    value={count(counts.in)}
                    note={`${several(counts.duplicates, "duplicate")} recognised`}
                />
                <Figure
                    name="Quarantined"
                    value={count(counts.quarantined)}
                    note={several(state.quarantine.byReason.length, "reason")}
                />
                <Figure
                    name="Dead letters"
                    value={count(counts.deadLettered)}
                    note="parked, with their cause"
                    {...(counts.deadLettered > 0 && { tone: "bad" as const })}
                />
            </dl>
            <section aria-labelledby="rate">
                <h2 id="rate">Fraud rate since the platform came up</h2>
                <RateChart points={rate} />
            </section>
            <section aria-labelledby="latest">
                <h2 id="latest">Newest alerts without a decision</h2>
                {open.length === 0 && <p class="none">None waits.</p>}
                <ul class="plain">
                    {open.slice(0, FEW).map((alert) => (
                        <li key={alert.id}>
                            <span class="score">{alert.score.toFixed(2)}</span> {alert.amount} {alert.channel} to{" "}
                            {alert.country}, <time dateTime={alert.occurredAt}>{when(alert.occurredAt)}</time>
                            <br />
                            <small>{alert.reasons.map(({ text }) => text).join(" · ")}</small>
                        </li>
                    ))}
                </ul>
                <p>
                    <a href="#/alerts">All alerts, to decide on them</a>
                </p>
            </section>
        </>
    );
}

function Standing({ state: { books, counts, queues } }: { state: ConsoleState }) {
    const held = queues.reduce((sum, { ready, taken }) => sum + ready + taken, 0);
    if (books.balanced && books.loaded) {
        return (
            <p class="notice good">
                Balanced: all that came in is accounted for, and the warehouse has what was scored.
            </p>
        );
    }
    const way = [
        counts.underway > 0 && `${several(counts.underway, "transaction")} without a verdict yet`,
        held > 0 && `${several(held, "message")} in the queues`,
        !books.loaded && `${count(counts.scored - counts.loaded)} not yet in the warehouse`,
    ].filter(Boolean);
    return <p class="notice">Under way: {way.join(", ") || "the counts do not add up yet"}.</p>;
}

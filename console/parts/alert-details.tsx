import { useState } from "preact/hooks";
import type { Alert } from "../state.ts";
import { when } from "../words.ts";
import { DecisionForm } from "./decision-form.tsx";

interface AlertDetailsProps {
    alert: Alert;
    token: string;
    onDecided: () => void;
}

export function AlertDetails({ alert, token, onDecided }: AlertDetailsProps) {
    const [isOpen, setOpen] = useState(false);
    const { id, amount, channel, country, occurredAt, score, decision, withdrawn } = alert;
    const standing = decision?.decision ?? (withdrawn ? "withdrawn" : "open");
    return (
        <details data-id={id} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary>
                <span class="score">{score.toFixed(2)}</span>
                <span class="amount">{amount}</span>
                <span>
                    {channel} to {country}
                </span>
                <time dateTime={occurredAt}>{when(occurredAt)}</time>
                <span class={`state ${standing}`}>{standing}</span>
            </summary>
            {isOpen && (
                <div class="inside">
                    <p class="id">
                        Transaction <code>{id}</code>
                    </p>
                    <div class="columns">
                        <Explanation alert={alert} />
                        <History alert={alert} />
                    </div>
                    <DecisionForm alert={alert} token={token} onDecided={onDecided} />
                </div>
            )}
        </details>
    );
}

function Explanation({ alert: { reasons, score, scoredBy } }: { alert: Alert }) {
    return (
        <section>
            <h2>Why</h2>
            <p>
                Score {score.toFixed(2)}
                {scoredBy && `, by the ${scoredBy}`}. What raised it, in hundredths of the score:
            </p>
            <ul class="reasons">
                {reasons.map(({ text, points }) => (
                    <li key={text}>
                        <span class="number">{points}</span> <span>{text}</span>
                    </li>
                ))}
            </ul>
        </section>
    );
}

function History({ alert: { history } }: { alert: Alert }) {
    return (
        <section>
            <h2>History</h2>
            <ol class="history">
                {history.map(({ at, what }) => (
                    <li key={`${at} ${what}`}>
                        <time dateTime={at}>{when(at)}</time> {what}
                    </li>
                ))}
            </ol>
        </section>
    );
}

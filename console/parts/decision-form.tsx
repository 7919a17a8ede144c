import { useState } from "preact/hooks";
import { decide } from "../connection.ts";
import type { ActionAnswer, Alert } from "../state.ts";

const ANALYST = "console-analyst";

interface DecisionFormProps {
    alert: Alert;
    token: string;
    onDecided: () => void;
}

/** What an analyst says of the alert. It goes into the ledger, and the next model learns from it. */
export function DecisionForm({ alert: { id, decision }, token, onDecided }: DecisionFormProps) {
    const [answer, setAnswer] = useState<ActionAnswer>();
    const [isBusy, setBusy] = useState(false);
    const submit = async (event: SubmitEvent) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget as HTMLFormElement);
        const field = (name: string) => String(form.get(name) ?? "").trim();
        setBusy(true);
        try {
            sessionStorage.setItem(ANALYST, field("by"));
            const given = { id, decision: field("decision"), by: field("by"), note: field("note") };
            setAnswer(await decide(token, given));
            onDecided();
        } catch (error) {
            setAnswer({ done: false, text: error instanceof Error ? error.message : String(error) });
        }
        setBusy(false);
    };
    return (
        <form onSubmit={submit}>
            <fieldset>
                <legend>{decision ? `Decided ${decision.decision} by ${decision.by}. Decide anew` : "Decide"}</legend>
                <div class="fields">
                    <label class="radio">
                        <input type="radio" name="decision" value="fraud" required /> Fraud
                    </label>
                    <label class="radio">
                        <input type="radio" name="decision" value="legitimate" required /> Legitimate
                    </label>
                    <label>
                        Analyst
                        <input
                            name="by"
                            required
                            maxLength={64}
                            autocomplete="off"
                            spellcheck={false}
                            defaultValue={sessionStorage.getItem(ANALYST) ?? ""}
                            placeholder="as in the directory"
                        />
                    </label>
                    <label class="wide">
                        Note
                        <input
                            name="note"
                            maxLength={200}
                            autocomplete="off"
                            placeholder="no card or account numbers"
                        />
                    </label>
                    <button type="submit" disabled={isBusy}>
                        Keep the decision
                    </button>
                </div>
            </fieldset>
            <div role="status">{answer && <pre class={answer.done ? "good" : "bad"}>{answer.text}</pre>}</div>
        </form>
    );
}

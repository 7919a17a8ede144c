import { useState } from "preact/hooks";
import { look } from "../connection.ts";
import type { ActionAnswer } from "../state.ts";

const CHECKS = [
    { name: "drift", title: "Drift", verb: "Look for drift", what: "what the cloud holds beside what the state says" },
    { name: "evidence", title: "Evidence", verb: "Make the evidence", what: "which controls hold, for an auditor" },
] as const;

/** Drift and evidence of the stack, looked at when somebody asks: each takes a processor for some seconds. */
export function Checks({ stack, token }: { stack: string; token: string }) {
    return (
        <>
            {CHECKS.map((check) => (
                <CheckOf key={check.name} check={check} stack={stack} token={token} />
            ))}
        </>
    );
}

function CheckOf({ check, stack, token }: { check: (typeof CHECKS)[number]; stack: string; token: string }) {
    const { name, title, verb, what } = check;
    const [answer, setAnswer] = useState<ActionAnswer>();
    const [isBusy, setBusy] = useState(false);
    const ask = async () => {
        setBusy(true);
        setAnswer(undefined);
        const failed = (error: Error): ActionAnswer => ({ done: false, text: error.message });
        setAnswer(await look(token, name).catch(failed));
        setBusy(false);
    };
    return (
        <section aria-labelledby={name}>
            <h2 id={name}>{title}</h2>
            <p>
                {title} of {stack}: {what}, by{" "}
                <code>
                    npm run {name} -- --stack {stack}
                </code>
                .
            </p>
            <button type="button" disabled={isBusy} onClick={ask}>
                {verb}
            </button>
            <div role="status">
                {isBusy && <p>This takes some seconds …</p>}
                {answer && <pre class={answer.done ? "good" : "bad"}>{answer.text}</pre>}
            </div>
        </section>
    );
}

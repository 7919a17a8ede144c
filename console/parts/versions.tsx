import { useState } from "preact/hooks";
import { approve } from "../connection.ts";
import type { ActionAnswer, ModelVersion, Registry } from "../state.ts";
import { when } from "../words.ts";

const STATES = { waits: "waits for approval", approved: "approved", refused: "refused" } as const;
const OFFICER = "console-officer";

/** The versions of the model that were proposed, and a form for the one that waits. */
export function Versions({ registry: { serving, versions }, token }: { registry: Registry; token: string }) {
    const waiting = versions.filter(({ state }) => state === "waits");
    return (
        <section aria-labelledby="versions">
            <h2 id="versions">Versions of the model</h2>
            <p>
                {serving} serves.{" "}
                {waiting.length === 0 &&
                    "No version waits for approval: a candidate is proposed only when it is better."}
            </p>
            {versions.length > 0 && <VersionTable versions={versions} />}
            <ApprovalForms waiting={waiting} token={token} />
        </section>
    );
}

function VersionTable({ versions }: { versions: readonly ModelVersion[] }) {
    return (
        <table>
            <caption>Proposed by judge, approved by people, deployed by promote</caption>
            <thead>
                <tr>
                    <th scope="col">Version</th>
                    <th scope="col">State</th>
                    <th scope="col">Proposed</th>
                    <th scope="col">Endpoint</th>
                </tr>
            </thead>
            <tbody>
                {versions.map(({ version, state, proposedAt, serves, by }) => (
                    <tr key={version}>
                        <th scope="row">Version {version}</th>
                        <td>{by === undefined || state === "waits" ? STATES[state] : `${STATES[state]} by ${by}`}</td>
                        <td>{when(proposedAt)}</td>
                        <td>{serves ? "serves" : state === "approved" ? "with the next promotion" : "–"}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

/** What an officer says of a version stays in the registry; the answer stays here, also when the form has gone. */
function ApprovalForms({ waiting, token }: { waiting: readonly ModelVersion[]; token: string }) {
    const [answer, setAnswer] = useState<ActionAnswer>();
    const [isBusy, setBusy] = useState(false);
    const submit = (version: number) => async (event: SubmitEvent) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget as HTMLFormElement);
        const field = (name: string) => String(form.get(name) ?? "").trim();
        sessionStorage.setItem(OFFICER, field("by"));
        setBusy(true);
        const failed = (error: Error): ActionAnswer => ({ done: false, text: error.message });
        const given = { version, decision: field("decision"), by: field("by") };
        setAnswer(await approve(token, given).catch(failed));
        setBusy(false);
    };
    return (
        <>
            {waiting.map(({ version }) => (
                <form key={version} onSubmit={submit(version)}>
                    <fieldset>
                        <legend>Decide on version {version}</legend>
                        <div class="fields">
                            <label class="radio">
                                <input type="radio" name="decision" value="approve" required /> Approve
                            </label>
                            <label class="radio">
                                <input type="radio" name="decision" value="refuse" required /> Refuse
                            </label>
                            <label>
                                Officer
                                <input
                                    name="by"
                                    required
                                    maxLength={64}
                                    autocomplete="off"
                                    spellcheck={false}
                                    defaultValue={sessionStorage.getItem(OFFICER) ?? ""}
                                    placeholder="as in the directory"
                                />
                            </label>
                            <button type="submit" disabled={isBusy}>
                                Keep the approval or refusal
                            </button>
                        </div>
                    </fieldset>
                </form>
            ))}
            <div role="status">{answer && <pre class={answer.done ? "good" : "bad"}>{answer.text}</pre>}</div>
        </>
    );
}

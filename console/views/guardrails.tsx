import { Checks } from "../parts/checks.tsx";
import type { Guardrails } from "../state.ts";
import type { ViewProps } from "../view-props.ts";
import { count, several } from "../words.ts";

export function GuardrailsView({ state: { guardrails, stack }, token }: ViewProps) {
    return (
        <>
            {guardrails ? (
                <Judged guardrails={guardrails} stack={stack} />
            ) : (
                <p class="none">The guardrails were not asked in this run.</p>
            )}
            <Checks stack={stack} token={token} />
        </>
    );
}

function Judged({ guardrails, stack }: { guardrails: Guardrails; stack: string }) {
    const { rules, resources, seconds, findings } = guardrails;
    const broken = findings.filter(({ status }) => status !== "excepted").length;
    return (
        <>
            <p class={`notice ${broken === 0 ? "good" : "bad"}`}>
                {several(rules, "guardrail")} over {count(resources)} resources of {stack} in {seconds.toFixed(1)} s:{" "}
                {broken === 0 ? "every one holds." : `${several(broken, "finding")}.`}
            </p>
            <p>
                Asked before the platform was created, which happened under the same guardrails. Afterwards:{" "}
                <code>npm run guard -- --stack {stack}</code>.
            </p>
            {findings.length > 0 && (
                <table>
                    <caption>Findings</caption>
                    <thead>
                        <tr>
                            <th scope="col">Guardrail</th>
                            <th scope="col">Severity</th>
                            <th scope="col">Status</th>
                            <th scope="col">Resource</th>
                            <th scope="col">What is wrong</th>
                        </tr>
                    </thead>
                    <tbody>
                        {findings.map(({ rule, severity, status, resource, message }) => (
                            <tr key={`${rule} ${resource} ${message}`}>
                                <th scope="row">{rule}</th>
                                <td>{severity}</td>
                                <td>{status}</td>
                                <td>
                                    <code>{resource}</code>
                                </td>
                                <td>{message}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
        </>
    );
}

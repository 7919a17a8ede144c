import { useState } from "preact/hooks";
import { replay } from "../connection.ts";
import type { ActionAnswer, ParkedGroup, Queue } from "../state.ts";
import type { ViewProps } from "../view-props.ts";
import { count } from "../words.ts";

export function Queues({ state: { queues, parked }, token }: ViewProps) {
    return (
        <>
            <QueueTable caption="Work" queues={queues.filter(({ isDeadLetters }) => !isDeadLetters)} />
            <QueueTable
                caption="Dead letters, until they are parked"
                queues={queues.filter(({ isDeadLetters }) => isDeadLetters)}
            />
            <Parked parked={parked} token={token} />
        </>
    );
}

function QueueTable({ caption, queues }: { caption: string; queues: readonly Queue[] }) {
    return (
        <table>
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">Queue</th>
                    <th scope="col" class="number">
                        To be taken
                    </th>
                    <th scope="col" class="number">
                        Taken
                    </th>
                </tr>
            </thead>
            <tbody>
                {queues.map(({ name, ready, taken, isDeadLetters }) => (
                    <tr key={name} class={isDeadLetters && ready + taken > 0 ? "bad" : ""}>
                        <th scope="row">{name}</th>
                        <td class="number">{count(ready)}</td>
                        <td class="number">{count(taken)}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

const STATES = { waits: "waits", "back before": "went back before", never: "never goes back" } as const;

function Parked({ parked, token }: { parked: readonly ParkedGroup[]; token: string }) {
    const [answer, setAnswer] = useState<ActionAnswer>();
    const putBack = async (queue: string) => {
        const failed = (error: Error): ActionAnswer => ({ done: false, text: error.message });
        setAnswer(await replay(token, queue).catch(failed));
    };
    const waiting = [...new Set(parked.flatMap(({ queue, state }) => (state === "waits" ? [queue] : [])))];
    return (
        <section aria-labelledby="parked">
            <h2 id="parked">Parked</h2>
            {parked.length === 0 && <p class="none">Nothing is parked.</p>}
            {parked.length > 0 && (
                <table>
                    <caption>What no function could handle</caption>
                    <thead>
                        <tr>
                            <th scope="col">Queue</th>
                            <th scope="col">State</th>
                            <th scope="col" class="number">
                                Messages
                            </th>
                            <th scope="col">Cause</th>
                        </tr>
                    </thead>
                    <tbody>
                        {parked.map(({ queue, state, count: messages, cause }) => (
                            <tr key={`${queue} ${state} ${cause}`}>
                                <th scope="row">{queue}</th>
                                <td>{STATES[state]}</td>
                                <td class="number">{count(messages)}</td>
                                <td>{cause}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            )}
            {waiting.map((queue) => (
                <button type="button" key={queue} onClick={() => putBack(queue)}>
                    Put back what waits of {queue}
                </button>
            ))}
            <div role="status">{answer && <pre class={answer.done ? "good" : "bad"}>{answer.text}</pre>}</div>
        </section>
    );
}

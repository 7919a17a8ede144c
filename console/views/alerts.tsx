import { useState } from "preact/hooks";
import { AlertDetails } from "../parts/alert-details.tsx";
import type { Alert } from "../state.ts";
import type { ViewProps } from "../view-props.ts";
import { several } from "../words.ts";

const FILTERS = {
    open: { name: "Waiting for a decision", takes: ({ decision, withdrawn }: Alert) => !decision && !withdrawn },
    decided: { name: "Decided", takes: ({ decision }: Alert) => decision !== undefined },
    all: { name: "All", takes: () => true },
} as const;

const ORDERS = {
    newest: { name: "Newest first", compare: () => 0 },
    gravest: { name: "Gravest first", compare: (a: Alert, b: Alert) => b.score - a.score },
} as const;

export function Alerts({ state: { alerts }, token }: ViewProps) {
    const [filter, setFilter] = useState<keyof typeof FILTERS>("open");
    const [order, setOrder] = useState<keyof typeof ORDERS>("newest");
    /** One that is being decided on stays where it is, although it does not wait any more. */
    const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
    const shown = alerts
        .filter((alert) => FILTERS[filter].takes(alert) || touched.has(alert.id))
        .sort(ORDERS[order].compare);
    return (
        <>
            <div class="choices">
                <Choice
                    label="Show"
                    options={FILTERS}
                    value={filter}
                    onChoose={(chosen) => {
                        setTouched(new Set());
                        setFilter(chosen);
                    }}
                />
                <Choice label="Order" options={ORDERS} value={order} onChoose={setOrder} />
                <p>{several(shown.length, "alert")}</p>
            </div>
            {shown.length === 0 && <p class="none">No such alert.</p>}
            <div class="list">
                {shown.map((alert) => (
                    <AlertDetails
                        key={alert.id}
                        alert={alert}
                        token={token}
                        onDecided={() => setTouched((before) => new Set([...before, alert.id]))}
                    />
                ))}
            </div>
        </>
    );
}

interface ChoiceProps<K extends string> {
    label: string;
    options: Readonly<Record<K, { name: string }>>;
    value: K;
    onChoose: (chosen: K) => void;
}

function Choice<K extends string>({ label, options, value, onChoose }: ChoiceProps<K>) {
    return (
        <label>
            {label}
            <select value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as K)}>
                {(Object.entries(options) as [K, { name: string }][]).map(([key, { name }]) => (
                    <option key={key} value={key}>
                        {name}
                    </option>
                ))}
            </select>
        </label>
    );
}

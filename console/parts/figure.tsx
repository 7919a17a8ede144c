/** A number with its name, and what it means beside others. */
export function Figure({
    name,
    value,
    note,
    tone,
}: {
    name: string;
    value: string;
    note?: string;
    tone?: "bad" | "good";
}) {
    return (
        <div class={`figure ${tone ?? ""}`}>
            <dt>{name}</dt>
            <dd>
                <strong>{value}</strong>
                {note && <span>{note}</span>}
            </dd>
        </div>
    );
}

import { count, share } from "../words.ts";

export interface Bar {
    name: string;
    value: number;
    /** Of it, drawn in another colour and told beside. */
    part?: number;
}

/** Named counts, with a bar as long as its share of the longest; the table says the same to who cannot see it. */
export function Bars({
    caption,
    unit,
    part,
    bars,
}: {
    caption: string;
    unit: string;
    part?: string;
    bars: readonly Bar[];
}) {
    const longest = Math.max(1, ...bars.map(({ value }) => value));
    if (bars.length === 0) return <p class="none">Nothing yet.</p>;
    return (
        <table class="bars">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{unit.split("|")[0]}</th>
                    <th scope="col" class="number">
                        {unit.split("|")[1]}
                    </th>
                    {part && (
                        <th scope="col" class="number">
                            {part}
                        </th>
                    )}
                    <td />
                </tr>
            </thead>
            <tbody>
                {bars.map(({ name, value, part: some = 0 }) => (
                    <tr key={name}>
                        <th scope="row">{name}</th>
                        <td class="number">{count(value)}</td>
                        {part && (
                            <td class="number">
                                {count(some)} <small>{share(some, value)}</small>
                            </td>
                        )}
                        <td class="bar">
                            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                                <rect class="whole" width={(100 * value) / longest} height="10" rx="1" />
                                <rect class="part" width={(100 * some) / longest} height="10" rx="1" />
                            </svg>
                        </td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

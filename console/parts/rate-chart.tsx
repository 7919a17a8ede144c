import type { RatePoint } from "../state.ts";
import { share, when } from "../words.ts";

const WIDTH = 600;
const HEIGHT = 120;

/** The share of alerts among all scored, as it went since the platform came up. */
export function RateChart({ points }: { points: readonly RatePoint[] }) {
    const scored = points.filter((point) => point.scored > 0);
    const [first, last] = [scored[0], scored.at(-1)];
    if (first === undefined || last === undefined) return <p class="none">Nothing scored yet.</p>;
    const from = Date.parse(first.at);
    const span = Math.max(1, Date.parse(last.at) - from);
    const rates = scored.map(({ alerts, scored }) => alerts / scored);
    const top = Math.max(0.01, ...rates) * 1.15;
    const x = ({ at }: RatePoint) => (WIDTH * (Date.parse(at) - from)) / span;
    const y = (rate: number) => HEIGHT - (HEIGHT * rate) / top;
    const line = scored.map((point, index) => `${x(point).toFixed(1)},${y(rates[index] ?? 0).toFixed(1)}`).join(" ");
    const label = `Fraud rate from ${share(first.alerts, first.scored)} at ${when(first.at)} to ${share(last.alerts, last.scored)} at ${when(last.at)}`;
    return (
        <figure class="chart">
            <svg viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`} preserveAspectRatio="none" role="img" aria-label={label}>
                <line class="axis" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
                <polyline points={scored.length > 1 ? line : `0,${y(rates[0] ?? 0)} ${WIDTH},${y(rates[0] ?? 0)}`} />
            </svg>
            <figcaption>
                <span>{when(first.at)}</span>
                <span>0 to {share(top, 1)}</span>
                <span>{when(last.at)}</span>
            </figcaption>
        </figure>
    );
}

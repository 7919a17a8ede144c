import type { Finding } from "../figure.ts";

/** What something took for a program of so many resources. */
export interface Size {
    resources: number;
    seconds: number;
}

/** How straight something grows: the ratio is 1 where each resource costs as much as any other, however many there are. */
export function straightness(what: string, [one, two, three]: readonly [Size, Size, Size]): Finding[] {
    const rate = (from: Size, to: Size) => (1000 * (to.seconds - from.seconds)) / (to.resources - from.resources);
    return [
        ...[one, two, three].map(({ resources, seconds }) => ({
            what: `${what} of ${resources.toLocaleString("en")} resources`,
            figure: `${seconds.toFixed(1)} s`,
            target: "",
        })),
        {
            what: `${what}: each resource more, to the second size and from there to the third`,
            figure: `${rate(one, two).toFixed(1)} ms, ${rate(two, three).toFixed(1)} ms`,
            target: "",
        },
        {
            ratio: `${what}, the second size / the straight line through the others`,
            value: two.seconds / onLine(one, three, two.resources),
            atLeast: 0.8,
            atMost: 1.2,
        },
    ];
}

function onLine(from: Size, to: Size, resources: number): number {
    const share = (resources - from.resources) / (to.resources - from.resources);
    return from.seconds + (to.seconds - from.seconds) * share;
}

import type { RatePoint } from "../../console/state.ts";

/** Points that are kept: more than a screen has room for. */
const MOST_POINTS = 240;

/** Adds a point where something changed since the last one. When there are too many, every second one goes. */
export function addPoint(points: RatePoint[], point: RatePoint): void {
    const last = points.at(-1);
    if (last?.scored === point.scored && last.alerts === point.alerts) return;
    points.push(point);
    if (points.length <= MOST_POINTS) return;
    // The newest stays, since it is how things stand.
    const thinned = points.filter((_, index) => index % 2 === 0 || index === points.length - 1);
    points.splice(0, points.length, ...thinned);
}

import type { Story } from "../../cli/story.ts";
import { UserError } from "../../cli/user-error.ts";
import { nameOfPoint, type Point, ROUNDS } from "./points.ts";
import { proveTearDown } from "./prove.ts";
import { tearDownReport } from "./report.ts";

/** Kills `npm start` at these points, or at all; what was not as it must be. */
export async function tearDown(story: Story, points: readonly string[]) {
    const outcomes = await proveTearDown(chosen(points), story);
    const failed = outcomes.flatMap(({ point, faults }) =>
        faults.map((fault) => `${point === undefined ? "to the end" : nameOfPoint(point)}: ${fault}`),
    );
    return { text: tearDownReport(outcomes), failed };
}

/** The rounds with these points only, or whole. */
export function chosen(names: readonly string[]): readonly (readonly Point[])[] {
    const all = ROUNDS.flat().map(nameOfPoint);
    const unknown = names.filter((name) => !all.includes(name));
    if (unknown.length > 0) {
        throw new UserError(`--point takes ${all.join(", ")}; got "${unknown.join('", "')}".`);
    }
    if (names.length === 0) return ROUNDS;
    const wanted = (point: Point) => names.includes(nameOfPoint(point));
    return ROUNDS.map((round) => round.filter(wanted)).filter((round) => round.length > 0);
}

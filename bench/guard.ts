import type { Finding } from "./figure.ts";
import { asText, inTurn } from "./in-turn.ts";
import { GUARD, PREVIEW } from "./our-commands.ts";
import { firstAnswer } from "./watch.ts";

/** No process of a preview may hold more, in MB. */
const MOST_MEMORY = 600;

const WATCH_WHY =
    "each answer runs the whole program anew. What judges it stays loaded, but is not compiled yet when the first saves come; " +
    "to run only what a change touches would need to know what the program reads, and could answer for a program that nobody has";

/** The guardrails' answer in one process, once and at a save, beside the preview that finds the same. */
export async function benchGuard(): Promise<Finding[]> {
    const { guard, preview } = await inTurn({ guard: GUARD, preview: PREVIEW });
    const answer = await firstAnswer();
    return [
        { ratio: "`guard` beside the offline preview of prod", value: guard.seconds / preview.seconds, atMost: 0.25 },
        {
            ratio: "`guard --watch`, from a save to its answer, beside that preview",
            value: answer / preview.seconds,
            atMost: 0.1,
            why: WATCH_WHY,
        },
        {
            what: "`npm run guard -- --stack prod`, and its largest process",
            figure: asText(guard),
            target: `under ${MOST_MEMORY} MB`,
        },
        {
            what: "`npm run preview -- --stack prod --offline`, and its largest process",
            figure: asText(preview),
            target: `under ${MOST_MEMORY} MB`,
        },
        { what: "`guard --watch`, from a save to its answer", figure: `${answer.toFixed(2)} s`, target: "" },
    ];
}

import { atDoor } from "../at-door.ts";
import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

export const door: Step = {
    name: "door",
    proves: "The address for Azure's data lets nobody in who brings no token, or one of nobody.",
    answers: "Who is refused is decided by API Gateway's authorizer, before any function of ours.",
    lacking: "API Gateway",
    async run({ outputs }) {
        const url = outputs.supplementaryUrl;
        const statuses: Record<string, number> = {};
        // Three parts, as a token has; nobody signed it.
        for (const [bringing, token] of [
            ["no token", undefined],
            ["a token of nobody", "e30.e30.e30"],
        ] as const) {
            const { status, code } = await atDoor(url, token);
            statuses[bringing] = status;
            // The function's own answers have a code: then the authorizer let it through.
            if (status !== 401 || code !== undefined) {
                return failed(
                    `With ${bringing} it answers ${status}${code === undefined ? "" : ` ${code}`} instead of the authorizer's 401.`,
                    "Take the API off the network until every route has its JWT authorizer: refresh, then up.",
                    statuses,
                );
            }
        }
        return held(statuses);
    },
};

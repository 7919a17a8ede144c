import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

export const alerted: Step = {
    name: "alerted",
    proves: "A fraudulent transaction raises an alert, and the ledger holds its id.",
    answers: "The alert passes an encrypted topic, which refuses whoever its key does not know.",
    async run({ synthetic, until }) {
        const [before, theft] = synthetic.takeover;
        await synthetic.sendOnce(before);
        await synthetic.sendOnce(theft);
        const row = await until(async () => {
            const found = await synthetic.scored(theft.id);
            // It may be scored before the other one is known, and is then judged again.
            return found?.verdict === "alert" && found.alertId !== "" ? found : undefined;
        });
        if (row !== undefined) return held({ id: theft.id, alertId: row.alertId, alertedAt: row.alertedAt });
        const found = await synthetic.inLedger(theft.id);
        if (found?.state !== "scored") {
            return failed(`${theft.id} was not scored in time.`, "See docs/runbooks/queue-oldest.md.");
        }
        return failed(
            `${theft.id} got the verdict ${found.verdict} and ${found.alertId === "" ? "no alert" : "an alert"}.`,
            "The function score says in its log whether the topic refused the alert.",
        );
    },
};

import type { Step } from "../step.ts";
import { failed, held } from "../verdict.ts";

export const duplicates: Step = {
    name: "duplicates",
    proves: "The same transaction again is a duplicate, another one under its id a conflict; neither is scored again.",
    answers: "Claiming an id once rests on conditional writes to the real table.",
    async run({ synthetic, until }) {
        const { harmless } = synthetic;
        await synthetic.sendOnce(harmless);
        if ((await until(() => synthetic.scored(harmless.id))) === undefined) {
            return failed(`${harmless.id} was not scored in time.`, "Look at the step scored first.");
        }
        await synthetic.send(harmless);
        await synthetic.send({ ...harmless, amountMinor: harmless.amountMinor + 1 });
        const row = await until(async () => {
            const found = await synthetic.inLedger(harmless.id);
            return found && found.duplicates > 0 && found.conflicts > 0 ? found : undefined;
        });
        const { duplicates = 0, conflicts = 0, verdict = "" } = row ?? (await synthetic.inLedger(harmless.id)) ?? {};
        const evidence = { id: harmless.id, duplicates, conflicts, verdict };
        if (row === undefined || duplicates !== 1 || conflicts !== 1) {
            return failed(
                `The ledger has ${duplicates} duplicates and ${conflicts} conflicts instead of one each.`,
                "See the log of screen, and the discrepancies that reached their topic.",
                evidence,
            );
        }
        return held(evidence);
    },
};

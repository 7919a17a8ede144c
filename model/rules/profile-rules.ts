import type { ScoreReason, Standing } from "../../contract/scoring.ts";
import type { Features } from "../feature-values.ts";
import { USUAL } from "../limits.ts";
import { euros } from "./words.ts";

/** A rule that compares with what is usual. It sees the transaction and its profile only, never the history. */
interface ProfileRule {
    code: string;
    points: number;
    text: string;
    /** How many times the usual the amount is, if that is known. */
    times(standing: Standing): number | undefined;
    says(times: number): string;
}

const from = `amount from ${euros(USUAL.from)}`;

export const PROFILE_RULES: readonly ProfileRule[] = [
    {
        code: "far-above-usual",
        points: 30,
        text: `${from}, ${USUAL.times} times what 99 of 100 of the account's own on that channel do not exceed, or more`,
        times: ({ timesUsual }) => timesUsual,
        says: (times) => `amount ${times} times what 99 of 100 of the account's own on that channel do not exceed`,
    },
    {
        code: "far-above-peers",
        points: 15,
        text: `${from}, ${USUAL.times} times what 99 of 100 of similar accounts do not exceed, or more`,
        times: ({ timesPeers }) => timesPeers,
        says: (times) => `amount ${times} times what 99 of 100 of similar accounts' do not exceed`,
    },
];

/** The reasons that hold. */
export function profileReasons({ euroCents }: Pick<Features, "euroCents">, standing: Standing): ScoreReason[] {
    if (euroCents < USUAL.from) return [];
    return PROFILE_RULES.flatMap((rule) => {
        const times = rule.times(standing) ?? 0;
        return times < USUAL.times ? [] : [{ code: rule.code, text: rule.says(times), points: rule.points }];
    });
}

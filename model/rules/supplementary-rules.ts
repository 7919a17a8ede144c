import type { ScoreReason } from "../../contract/scoring.ts";
import type { Supplement } from "../../contract/supplement.ts";

/** A rule about what others know of the parties. It sees the transaction's supplement only, never the history. */
interface SupplementaryRule {
    code: string;
    points: number;
    text: string;
    holds(supplement: Supplement): boolean;
    says(supplement: Supplement): string;
}

/** No matter of likelihood: what is listed is an alert, whatever the model says. */
export const SANCTIONED = "sanctioned-counterparty";

export const SUPPLEMENTARY_RULES: readonly SupplementaryRule[] = [
    {
        code: SANCTIONED,
        points: 100,
        text: "the counterparty is on a sanctions list",
        holds: ({ lists }) => lists !== undefined,
        says: ({ lists = [] }) => `the counterparty is on the sanctions list of ${lists.join(", ")}`,
    },
    {
        code: "compromised-device",
        points: 40,
        text: "the device is known to be in the hands of others",
        holds: ({ device }) => device === "compromised",
        says: () => "the device is known to be in the hands of others",
    },
    {
        code: "suspicious-device",
        points: 15,
        text: "the device has a bad name",
        holds: ({ device }) => device === "suspicious",
        says: () => "the device has a bad name",
    },
    {
        code: "high-risk-customer",
        points: 15,
        text: "the bank rates the customer a high risk",
        holds: ({ rating }) => rating === "high",
        says: () => "the bank rates the customer a high risk",
    },
    {
        code: "politically-exposed",
        points: 10,
        text: "one of the parties holds a political office, or is close to who does",
        holds: ({ exposed }) => exposed !== undefined,
        says: ({ exposed }) => EXPOSED[exposed ?? "holder"],
    },
];

const EXPOSED: Record<NonNullable<Supplement["exposed"]>, string> = {
    holder: "one of the parties holds a political office",
    family: "one of the parties is of the family of who holds a political office",
    associate: "one of the parties is close in business to who holds a political office",
};

/** The reasons that hold, the weightiest first. */
export function supplementaryReasons(supplement: Supplement): ScoreReason[] {
    return SUPPLEMENTARY_RULES.filter((rule) => rule.holds(supplement)).map(({ code, points, says }) => ({
        code,
        text: says(supplement),
        points,
    }));
}

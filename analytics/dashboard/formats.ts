import type { NumberFormatConfiguration } from "@aws-sdk/client-quicksight";

/** What stands in a number's place when there is nothing to count. */
const NOTHING = { NullValueFormatConfiguration: { NullString: "no data" } };
const THOUSANDS = {
    SeparatorConfiguration: { ThousandsSeparator: { Symbol: "COMMA", Visibility: "VISIBLE" } },
} as const;

const number = (decimals: number, suffix?: string): NumberFormatConfiguration => ({
    FormatConfiguration: {
        NumberDisplayFormatConfiguration: {
            ...NOTHING,
            ...THOUSANDS,
            NumberScale: "NONE",
            DecimalPlacesConfiguration: { DecimalPlaces: decimals },
            ...(suffix !== undefined && { Suffix: suffix }),
        },
    },
});

/** How numbers are written; money has no sign, since its currency stands beside it. */
export const FORMATS = {
    count: number(0),
    money: number(2),
    score: number(2),
    seconds: number(1, " s"),
    share: {
        FormatConfiguration: {
            PercentageDisplayFormatConfiguration: {
                ...NOTHING,
                DecimalPlacesConfiguration: { DecimalPlaces: 2 },
            },
        },
    },
} as const satisfies Record<string, NumberFormatConfiguration>;

export type Format = keyof typeof FORMATS;

/** Days as they sort, hours with their time; all times are UTC. */
export const DAY = { DateTimeFormat: "YYYY-MM-DD" };
export const HOUR = { DateTimeFormat: "YYYY-MM-DD HH:mm" };

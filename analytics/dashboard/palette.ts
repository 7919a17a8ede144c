/**
 * Eight colours that people with any colour vision tell apart, after Okabe and Ito (2008), in the order in which charts
 * take them. Yellow comes last: on white it is the faintest.
 */
export const PALETTE = [
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9",
    "#000000",
    "#F0E442",
] as const;

/** The theme of the dashboard: only its colours differ from QuickSight's own. */
export const THEME = {
    DataColorPalette: {
        Colors: [...PALETTE],
        EmptyFillColor: "#CCCCCC",
        // From pale to strong in one hue, which also holds in print.
        MinMaxGradient: ["#DEEBF7", "#0072B2"],
    },
};

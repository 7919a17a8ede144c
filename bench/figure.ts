/** One line of the report. */
export interface Figure {
    what: string;
    /** With its unit. */
    figure: string;
    /** What the design asks for; empty when it is only there to compare with. */
    target: string;
}

/** How something compares with something else that was measured in turn with it: this carries to another machine. */
export interface Ratio {
    /** Says both; the committed page is compared by it. */
    ratio: string;
    value: number;
    /** The most, or the least, that the design asks for. */
    atMost?: number;
    atLeast?: number;
    /** What stands between it and that, for the page to say where it falls short. */
    why?: string;
}

/** What one benchmark found, ratios and what they were made of. */
export type Finding = Figure | Ratio;

export function fallsShort({ value, atMost = Number.POSITIVE_INFINITY, atLeast = 0 }: Ratio): boolean {
    return value > atMost || value < atLeast;
}

export function isRatio(finding: Finding): finding is Ratio {
    return "ratio" in finding;
}

/** One line of the report. */
export interface Figure {
    what: string;
    /** With its unit. */
    figure: string;
    /** What the design asks for; empty when it is only there to compare with. */
    target: string;
}

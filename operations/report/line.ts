/** A piece of a line: words, or what stands somewhere else exactly so. */
export type Piece = string | { readonly code: string };

/** One entry of a section, with what belongs under it. */
export interface Line {
    readonly pieces: readonly Piece[];
    readonly under?: readonly Line[];
}

export interface Section {
    readonly title: string;
    /** The smaller, the later it is cut. */
    readonly rank: number;
    readonly lines: readonly Line[];
    /** Whether it is folded away where that is possible. */
    readonly isFolded?: boolean;
}

/** A line of words alone. */
export function line(text: string, under: readonly Line[] = []): Line {
    return { pieces: [text], ...(under.length > 0 && { under }) };
}

export function code(text: string): Piece {
    return { code: text };
}

export function lineOf(pieces: readonly Piece[], under: readonly Line[] = []): Line {
    return { pieces, ...(under.length > 0 && { under }) };
}

/** A dashboard as it is drawn: every number already counted and written as its definition says. */
export interface DashboardState {
    title: string;
    /** When the oldest of its copied figures was copied; absent before the first copy. */
    copiedAt?: string;
    /** Colours of series, in their order. */
    colours: string[];
    selection: Selection;
    /** What may be chosen, by choice. */
    choices: Record<ChoiceName, string[]>;
    sheets: DashboardSheet[];
}

export type ChoiceName = "channel" | "country";

/** What a reader has chosen; an empty choice is all. */
export interface Selection extends Record<ChoiceName, string[]> {
    /** First and last day, `YYYY-MM-DD`, both included. */
    from: string;
    to: string;
}

export interface DashboardSheet {
    id: string;
    name: string;
    about: string;
    /** Whether the days limit it. */
    byDays: boolean;
    tiles: DashboardTile[];
}

export type DashboardTile = NumberTile | ChartTile | TableTile;

interface Tile {
    id: string;
    title: string;
    subtitle: string;
    /** Columns of a grid of 36, and its rows. */
    width: number;
    height: number;
}

export interface NumberTile extends Tile {
    kind: "number";
    text: string;
}

export interface ChartTile extends Tile {
    kind: "lines" | "bars";
    categories: string[];
    /** One value a category; nothing where there is none. */
    series: { name: string; values: (number | null)[]; texts: string[] }[];
}

export interface TableTile extends Tile {
    kind: "table";
    headings: { text: string; isNumber: boolean }[];
    rows: string[][];
}

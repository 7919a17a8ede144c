/** How a copy of a data set stands, in QuickSight's words. */
export type CopyStatus = "INITIALIZED" | "QUEUED" | "RUNNING" | "FAILED" | "COMPLETED" | "CANCELLED";

/** One copy of a data set into SPICE. */
export interface Copy {
    id: string;
    status: CopyStatus;
    createdAt: Date;
    /** Why it failed, such as `SQL_EXCEPTION`; never its text, which may quote a value. */
    errorType?: string;
}

/** QuickSight, asked for copies. */
export interface Copies {
    /** Those that began since then, in any order. */
    since(dataSet: string, from: Date): Promise<Copy[]>;
    /** Begins a copy of all of it, or finds that of this id; false when QuickSight is at one already. */
    start(dataSet: string, id: string): Promise<boolean>;
    look(dataSet: string, id: string): Promise<Copy>;
}

export interface Ports {
    copies: Copies;
    now(): Date;
    remainingMs(): number;
    pause(ms: number): Promise<void>;
}

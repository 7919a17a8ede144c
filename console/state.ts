/**
 * What the console shows, as its server sends it. Texts are for people already; none holds a card number, a name or a whole
 * IBAN. All times are ISO 8601, UTC.
 */
export interface ConsoleState {
    /** Grows with each change. */
    version: number;
    stack: string;
    counts: Counts;
    /** How far the counts add up. */
    books: Books;
    /** How many had been scored and alerted at a time, the oldest first. */
    rate: RatePoint[];
    alerts: Alert[];
    quarantine: Quarantine;
    queues: Queue[];
    parked: ParkedGroup[];
    model: Model;
    /** What came from Azure; absent while it could not be read. */
    exchange?: Exchange;
    /** Absent when the guardrails were not asked in this run. */
    guardrails?: Guardrails;
    /** What could not be read at the last look, in words; what is shown of it is older. */
    unread: string[];
}

export interface Counts {
    in: number;
    scored: number;
    byModel: number;
    byRules: number;
    duplicates: number;
    quarantined: number;
    deadLettered: number;
    underway: number;
    alerts: number;
    loaded: number;
}

export interface Books {
    /** in = scored + quarantined + duplicates + dead letters, and nothing is under way. */
    balanced: boolean;
    /** The warehouse has what was scored. */
    loaded: boolean;
    bySource: { source: string; scored: number; loaded: number }[];
}

export interface RatePoint {
    at: string;
    scored: number;
    alerts: number;
}

export type Decision = "fraud" | "legitimate";

export interface Alert {
    id: string;
    source: string;
    /** With its currency, such as `EUR 797.22`. */
    amount: string;
    channel: string;
    country: string;
    occurredAt: string;
    /** 0 to 1. */
    score: number;
    scoredBy: string;
    /** Whether a later look at it, with more of its account known, made it pass. */
    withdrawn: boolean;
    reasons: { text: string; points: number }[];
    /** The oldest first. */
    history: { at: string; what: string }[];
    decision?: { decision: Decision; by: string; at: string };
}

export interface Quarantine {
    byReason: { reason: string; count: number }[];
    /** The newest first, at most 500. */
    rows: QuarantinedRow[];
}

export interface QuarantinedRow {
    source: string;
    reason: string;
    detail: string;
    field?: string;
    /** Without card numbers, names and whole IBANs. */
    content: string;
    at: string;
    /** The file and row, or the message. */
    origin: string;
}

export interface Queue {
    name: string;
    isDeadLetters: boolean;
    ready: number;
    taken: number;
}

/** Parked messages of one queue, state and cause. */
export interface ParkedGroup {
    queue: string;
    state: "waits" | "back before" | "never";
    count: number;
    cause: string;
}

export interface Model {
    /** How the scores spread, by tenths: `from` is 0, 0.1, … */
    scores: { from: number; transactions: number; alerts: number }[];
    byChannel: { channel: string; transactions: number; alerts: number }[];
    /** What analysts said of alerts. */
    decided: { fraud: number; legitimate: number; open: number };
    /** By the labels of the samples; absent for samples of one's own. */
    quality?: { alerts: number; fraudAlerted: number; fraud: number };
    /** What the report of the starter model says of people it had not learnt from. */
    report: { scorer: string; averagePrecision: number; recall: number; precision: number }[];
    /** The versions of the model; absent while the registry could not be read. */
    registry?: Registry;
}

export interface Registry {
    /** What answers now, in words. */
    serving: string;
    /** The newest first. */
    versions: ModelVersion[];
}

export interface ModelVersion {
    version: number;
    state: "waits" | "approved" | "refused";
    proposedAt: string;
    /** Whether the endpoint answers by it. */
    serves: boolean;
    /** Who approved or refused it. */
    by?: string;
}

export interface Exchange {
    /** What counts now of each set. */
    sets: { set: string; rows: number; run: string; completedAt: string }[];
    /** Sets of which nothing came. */
    lacking: string[];
    /** Verdicts that rest on every set that they should, and those that do not. */
    withSets: number;
    doubtful: number;
}

export interface Guardrails {
    rules: number;
    resources: number;
    seconds: number;
    findings: { rule: string; severity: string; status: string; resource: string; message: string }[];
}

/** What came of a decision or a replay. */
export interface ActionAnswer {
    done: boolean;
    text: string;
}

/** Where `score` puts what is to be loaded. */
export const RECORDS_PREFIX = "transactions/";

/** The functions on the way of a transaction. */
export const VERBS = ["unpack", "screen", "score", "load", "park"] as const;
export type Verb = (typeof VERBS)[number];

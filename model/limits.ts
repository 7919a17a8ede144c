/** The numbers of the rules and of the features behind them: each stands here only. Amounts are in euro cents. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The widest window of any rule: how far back a transaction's history is read, and how far ahead it can change. */
export const WIDEST_WINDOW = 24 * HOUR;

export const CARD_TESTING = { windowMs: 10 * MINUTE, smallAtMost: 500, burst: 4, attack: 8 } as const;

export const TAKEOVER = { windowMs: 24 * HOUR, largeFrom: 100_000, veryLargeFrom: 500_000 } as const;

/** Reports are due from 10,000 EUR; "just under" begins at 80% of it. */
export const STRUCTURING = { windowMs: 24 * HOUR, from: 800_000, below: 1_000_000, pair: 2, series: 3 } as const;

export const FAN_OUT = { windowMs: HOUR, many: 5, veryMany: 10 } as const;

/** Airliners cruise at about 900 km/h; distances are taken between the nearest points two countries could have. */
export const TRAVEL = { windowMs: 24 * HOUR, minKm: 500, fastKmh: 900, impossibleKmh: 1_800, capKmh: 99_999 } as const;

export const AMOUNT = { largeFrom: 1_000_000, veryLargeFrom: 10_000_000 } as const;

/** Compared with the 99th percentile of an account, which says something from so many transactions on, or of its like. */
export const USUAL = { leastCount: 20, times: 5, from: 50_000 } as const;

/** Hours of the day in UTC, the end excluded. */
export const NIGHT = { from: 0, until: 5 } as const;

/** ISO 18245: money transfer, quasi-cash, crypto and stored value, adult contact, betting. */
export const HIGH_RISK_MERCHANTS: ReadonlySet<string> = new Set([
    "4829",
    "5967",
    "6050",
    "6051",
    "6540",
    "7273",
    "7995",
]);

/** FATF's list of high-risk jurisdictions subject to a call for action. */
export const HIGH_RISK_COUNTRIES: ReadonlySet<string> = new Set(["IR", "KP", "MM"]);

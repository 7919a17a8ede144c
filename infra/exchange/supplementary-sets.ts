/** What Azure adds for the model; `contract` says what a row of each is. */
export const SUPPLEMENTARY_SETS = [
    "customer-risk-ratings",
    "sanctions-list",
    "politically-exposed-persons",
    "device-reputation",
] as const;

export type SupplementarySet = (typeof SUPPLEMENTARY_SETS)[number];

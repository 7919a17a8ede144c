/**
 * List prices in US dollars, of AWS in Europe (Ireland) and Azure in West Europe, without tax, discounts and free tiers.
 * They give an order of magnitude and, above all, a difference; the bill decides. Whoever changes one changes the day.
 */
export const PRICES_OF = "2025-10-31";

export const HOURS_A_MONTH = 730;

/** A machine that answers as an endpoint, for an hour. */
export const ENDPOINT_HOUR: Readonly<Record<string, number>> = {
    "ml.t2.medium": 0.062,
    "ml.m5.large": 0.128,
    "ml.m5.xlarge": 0.257,
    "ml.m5.2xlarge": 0.514,
    "ml.c5.large": 0.115,
    "ml.c5.xlarge": 0.23,
    "ml.c5.2xlarge": 0.461,
    "ml.c6i.large": 0.115,
    "ml.c6i.xlarge": 0.23,
};

export const PRICES = {
    /** An interface endpoint of a network in one zone, for an hour. */
    endpointZoneHour: 0.011,
    key: 1,
    alarmMetric: 0.1,
    dashboard: 3,
    secret: 0.4,
    /** A Redshift processing unit, for an hour in which the warehouse works. */
    warehouseUnitHour: 0.36,
    /** An activity of Data Pipeline that runs more often than once a day, or less often. */
    pipelineActivityOften: 1,
    pipelineActivityDaily: 0.6,
    azureAlertSeries: 0.1,
} as const;

/** What is assumed where a price goes by use. */
export const ASSUMED = { warehouseHoursADay: 4 } as const;

export const ASSUMPTIONS: readonly string[] = [
    `Prices are list prices of Ireland and West Europe as of ${PRICES_OF}, without tax, discounts and free tiers.`,
    `A month has ${HOURS_A_MONTH} hours, and what answers all the time is there in all of them, in its smallest number.`,
    `The warehouse works ${ASSUMED.warehouseHoursADay} hours a day, at its base capacity.`,
    "Not in the sum is what goes by use alone: requests, messages, storage, logs, queries, traffic, training, people.",
];

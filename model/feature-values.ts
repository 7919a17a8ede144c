/**
 * What the rules and the model know of a transaction's place in the activity of its account. Each value counts what the
 * account did before: with more history it can only grow, never shrink, which is what makes the outcome independent of
 * the order of arrival. Windows end at the transaction, which is counted itself unless the name says otherwise.
 */
export interface Features {
    /** What the amount is worth, in euro cents. */
    euroCents: number;
    /** Hour of the day, UTC. */
    hour: number;
    /** Earlier transactions of the account within the widest window. */
    earlierInDay: number;
    /** Small card payments within the card-testing window, this one included; 0 when this one is none. */
    smallCardPayments: number;
    /** Other devices that used the account within the takeover window. */
    otherDevices: number;
    /** Cash and wire amounts just under the reporting limit, this one included; 0 when this one is none. */
    nearLimitCount: number;
    /** Their sum in euro cents. */
    nearLimitSum: number;
    /** Distinct receivers of money within the fan-out window, this one included; 0 when no money is sent. */
    payees: number;
    /** Fastest speed that two card payments at terminals in two countries would need; 0 when nobody had to hurry. */
    travelKmh: number;
    /** Transactions within ten minutes. */
    inTenMinutes: number;
    /** Transactions within an hour. */
    inHour: number;
    /** Worth of all transactions within an hour, in euro cents. */
    centsInHour: number;
    /** Worth of all transactions within a day, in euro cents. */
    centsInDay: number;
    /** Worth of wires and instant transfers within a day, in euro cents. */
    transferCentsInDay: number;
    /** Worth of cash transactions within a day, in euro cents. */
    cashCentsInDay: number;
    /** Distinct countries within a day. */
    countriesInDay: number;
    /** Distinct counterparties within a day. */
    counterpartiesInDay: number;
    /** Distinct merchants of card payments within an hour. */
    merchantsInHour: number;
    /** Distinct devices within a day. */
    devicesInDay: number;
}

import type { Transaction } from "../contract/transaction.ts";
import {
    deviceCounter,
    type Moment,
    nearLimitCounter,
    payeeCounter,
    smallPaymentCounter,
    travelMeter,
} from "./counters.ts";
import { euroCents } from "./euros.ts";
import { WIDEST_WINDOW } from "./limits.ts";
import { SlidingWindow } from "./sliding-window.ts";

/**
 * What the rules know of a transaction. Each value is of the transaction itself or counts what its account did before:
 * with more history it can only grow, never shrink, which is what makes the outcome independent of the order of arrival.
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
}

/** Later is greater; the id decides between transactions of one instant, so that every reader sees one order. */
export function sortKey(transaction: Pick<Transaction, "occurredAt" | "id">): string {
    return `${transaction.occurredAt}#${transaction.id}`;
}

/** The features of each transaction of one account, which must come sorted by `sortKey`. */
export function accountFeatures(history: readonly Transaction[]): Features[] {
    // The transaction itself lies in the window too.
    let earlierInDay = -1;
    const day = new SlidingWindow<Moment>(
        WIDEST_WINDOW,
        () => earlierInDay++,
        () => earlierInDay--,
    );
    const [smallPayments, devices, nearLimit, payees, travel] = [
        smallPaymentCounter(),
        deviceCounter(),
        nearLimitCounter(),
        payeeCounter(),
        travelMeter(),
    ];
    return history.map((transaction) => {
        const moment: Moment = {
            transaction,
            at: Date.parse(transaction.occurredAt),
            euroCents: euroCents(transaction.amountMinor, transaction.currency),
        };
        day.add(moment);
        return {
            euroCents: moment.euroCents,
            hour: new Date(moment.at).getUTCHours(),
            earlierInDay,
            smallCardPayments: smallPayments(moment),
            otherDevices: devices(moment),
            ...nearLimit(moment),
            payees: payees(moment),
            travelKmh: travel(moment),
        };
    });
}

import { day, hour, hours, minute, momentOn } from "../calendar.ts";
import { homeCurrency } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asFraud } from "../transaction.ts";
import { cashDeposit } from "./cash-deposit.ts";
import { lateDate } from "./late-date.ts";

/** Dirty cash is paid in at several branches in a day or two, each time a little under the amount to be reported. */
export const structuring: Story = ({ random, period, evasive, customer }) => {
    const launderer = customer();
    const currency = homeCurrency(launderer);
    const opening = momentOn(random, lateDate(random, period), launderer.home, hours.opening);
    const perDay = evasive ? 1 : 3;
    const deposits = Array.from({ length: evasive ? random.int(3, 4) : random.int(4, 6) }, (_, index) => {
        const tour = Math.floor(index / perDay) * day + (index % perDay) * 2 * hour;
        const share = evasive ? random.between(0.55, 0.82) : random.between(0.9, 0.998);
        const branch = `${launderer.home}-BRANCH-${random.digits(4)}`;
        return cashDeposit(launderer, branch, { share, currency, at: opening + tour + random.int(0, 55) * minute });
    });
    return deposits.map(asFraud("structuring"));
};

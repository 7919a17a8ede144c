import { hour, hours, momentOn } from "../calendar.ts";
import { homeCurrency } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asFraud } from "../transaction.ts";
import { cashDeposit } from "./cash-deposit.ts";
import { lateDate } from "./late-date.ts";

/** Dirty cash is paid in at several branches, each time a little under the amount that must be reported. */
export const structuring: Story = ({ random, period, evasive, customer }) => {
    const launderer = customer();
    const currency = homeCurrency(launderer);
    let at = momentOn(random, lateDate(random, period), launderer.home, hours.office);
    const deposits = Array.from({ length: evasive ? random.int(3, 4) : random.int(4, 6) }, () => {
        at += evasive ? random.int(26, 44) * hour : random.int(2, 17) * hour;
        const share = evasive ? random.between(0.55, 0.82) : random.between(0.9, 0.998);
        const branch = `${launderer.home}-BRANCH-${random.digits(4)}`;
        return cashDeposit(launderer, branch, { share, currency, at });
    });
    return deposits.map(asFraud("structuring"));
};

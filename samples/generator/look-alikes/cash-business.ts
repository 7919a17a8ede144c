import { datesOf, hours, momentOn, weekdayOf } from "../calendar.ts";
import { cashDeposit } from "../fraud/cash-deposit.ts";
import { homeCurrency } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asLookAlike } from "../transaction.ts";

/** A shop pays in its takings twice a week at one branch; good weeks come close to the reporting limit. */
export const cashBusiness: Story = ({ random, period, business }) => {
    const shop = business();
    const usual = random.between(0.78, 0.94);
    return datesOf(period)
        .filter((date) => [1, 4].includes(weekdayOf(date)))
        .map((date) => {
            const share = Math.min(0.998, usual * random.logNormal(1, 0.06));
            const at = momentOn(random, date, shop.home, hours.office);
            return cashDeposit(shop, shop.branch, { share, currency: homeCurrency(shop), at });
        })
        .map(asLookAlike("cash-business"));
};

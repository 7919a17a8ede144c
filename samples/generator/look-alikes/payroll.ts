import { datesOf, hour, isPayday, momentOn, second, weekdayOf } from "../calendar.ts";
import { transfer } from "../habits/bank-transfers.ts";
import type { Customer } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asLookAlike, type Payment } from "../transaction.ts";

/** Wages leave for a dozen accounts within seconds: monthly on the last working day, or weekly on Fridays. */
export const payroll: Story = ({ random, population: { customers }, period, business }) => {
    const firm = business();
    const weekly = random.chance(0.35);
    const staff = new Set<Customer>();
    for (let i = random.int(6, 13); i > 0; i--) staff.add(random.pick(customers));
    const dates = datesOf(period).filter((date) => (weekly ? weekdayOf(date) === 4 : isPayday(date)));
    return dates.flatMap((date) => {
        const batch = momentOn(random, date, firm.home, atNine) - (weekly ? hour : 0);
        return [...staff].map((one, index): Payment => {
            const euros = random.logNormal(weekly ? 520 : 2350, 0.3);
            const details = { euros, at: batch + index * second, channel: "wire" } as const;
            return asLookAlike("payroll")(transfer(firm, one, details));
        });
    });
};

const atNine = Array.from({ length: 24 }, (_, index) => (index === 9 ? 1 : 0));

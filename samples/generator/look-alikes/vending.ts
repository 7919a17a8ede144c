import { datesOf, hours, momentOn, second, weekdayOf } from "../calendar.ts";
import { cardPayment } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asLookAlike, type Payment } from "../transaction.ts";

/** Coffee machines at work: micro-payments in quick succession when somebody treats the team. */
export const vending: Story = ({ random, population: { merchants }, period, customer }) => {
    const host = customer();
    const machine = merchants.find(host.home, "vending", random);
    const workdays = datesOf(period).filter((date) => weekdayOf(date) <= 4);
    const payments: Payment[] = [];
    for (const date of random.shuffle(workdays).slice(0, random.int(1, 3))) {
        let at = momentOn(random, date, host.home, hours.office);
        for (let cups = random.int(2, 7); cups > 0; cups--) {
            payments.push({ ...cardPayment(random, host, machine, false), entryMode: "contactless", at });
            at += random.int(15, 75) * second;
        }
    }
    return payments.map(asLookAlike("vending"));
};

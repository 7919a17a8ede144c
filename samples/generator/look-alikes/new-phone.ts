import { hours, minute, momentOn } from "../calendar.ts";
import { lateDate } from "../fraud/late-date.ts";
import { transfer } from "../habits/bank-transfers.ts";
import { cardPayment, deviceId } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asLookAlike, type Payment } from "../transaction.ts";

/** A customer sets up a new phone and at once pays with it: a shop, then somebody never paid before. */
export const newPhone: Story = ({ random, population: { merchants, customers }, period, customer }) => {
    const owner = customer();
    const phone = deviceId(random);
    const start = momentOn(random, lateDate(random, period), owner.home, hours.evening);
    const shop = merchants.online(random.pick(["digital", "department", "electronics"]), owner.home, random);
    const payments: Payment[] = [{ ...cardPayment(random, owner, shop, true), deviceId: phone, at: start }];
    const payee = random.pick(customers.filter((one) => one !== owner));
    for (let at = start + random.int(4, 90) * minute; payments.length < 2 + random.int(0, 1); at += 7 * minute) {
        const euros = random.logNormal(140, 1.1);
        payments.push(transfer(owner, payee, { euros, at, channel: "instant", deviceId: phone }));
    }
    return payments.map(asLookAlike("new-phone"));
};

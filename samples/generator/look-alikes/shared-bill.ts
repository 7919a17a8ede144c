import { hours, minute, momentOn } from "../calendar.ts";
import { lateDate } from "../fraud/late-date.ts";
import { transfer } from "../habits/bank-transfers.ts";
import type { Story } from "../story-setting.ts";
import { asLookAlike, type Payment } from "../transaction.ts";

/** One friend collects for a gift or a trip that falls through, and pays everybody back within the hour. */
export const sharedBill: Story = ({ random, population: { customers }, period, customer }) => {
    const treasurer = customer();
    let at = momentOn(random, lateDate(random, period), treasurer.home, hours.evening);
    const share = Math.round(random.logNormal(110, 0.6));
    const friends = new Set(Array.from({ length: random.int(4, 8) }, () => random.pick(customers)));
    friends.delete(treasurer);
    const payments: Payment[] = [...friends].map((friend) => {
        at += random.int(1, 8) * minute;
        return transfer(treasurer, friend, { euros: share, at, channel: "instant", deviceId: treasurer.phone });
    });
    return payments.map(asLookAlike("shared-bill"));
};

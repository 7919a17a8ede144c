import { accountNumber } from "../accounts.ts";
import { hours, minute, momentOn } from "../calendar.ts";
import { lateDate } from "../fraud/late-date.ts";
import { transfer } from "../habits/bank-transfers.ts";
import { firmName } from "../names.ts";
import { deviceId } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asLookAlike } from "../transaction.ts";

/** A car, a kitchen: a deposit and the rest, to a seller never paid before, often from a computer instead of the phone. */
export const largePurchase: Story = ({ random, period, customer }) => {
    const buyer = customer();
    const seller = { accountId: accountNumber(random, buyer.home), home: buyer.home, name: firmName(random) };
    const device = random.chance(0.5) ? deviceId(random) : buyer.phone;
    const at = momentOn(random, lateDate(random, period), buyer.home, hours.shops);
    const euros = Math.round(random.between(1500, 12_000));
    const rest = at + random.int(10, 900) * minute;
    return [
        transfer(buyer, seller, { euros: Math.round(euros / 5), at, channel: "instant", deviceId: device }),
        transfer(buyer, seller, { euros: Math.round((euros * 4) / 5), at: rest, channel: "wire", deviceId: device }),
    ].map(asLookAlike("large-purchase"));
};

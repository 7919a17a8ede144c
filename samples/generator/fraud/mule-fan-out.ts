import { accountNumber } from "../accounts.ts";
import { hour, hours, minute, momentOn } from "../calendar.ts";
import { countries } from "../countries.ts";
import { transfer } from "../habits/bank-transfers.ts";
import { personName } from "../names.ts";
import type { Customer } from "../population.ts";
import type { Random } from "../random.ts";
import type { Story } from "../story-setting.ts";
import { asFraud } from "../transaction.ts";
import { lateDate } from "./late-date.ts";

/** A victim is talked into paying a mule, who passes the sum on in pieces within the hour and keeps a share. */
export const muleFanOut: Story = ({ random, period, evasive, customer }) => {
    const victim = customer();
    const mule = customer();
    const euros = random.between(4000, 14_000);
    let at = momentOn(random, lateDate(random, period), mule.home, hours.evening);
    const paidIn = transfer(victim, mule, { euros, at, channel: "instant", deviceId: victim.phone });
    const pieces = evasive ? random.int(3, 4) : random.int(9, 14);
    const passedOn = Array.from({ length: pieces }, () => {
        at += evasive ? random.int(5, 15) * hour : random.int(1, 5) * minute;
        const piece = ((euros * 0.93) / pieces) * random.between(0.9, 1.1);
        const channel = evasive && random.chance(0.4) ? "wire" : "instant";
        return transfer(mule, herder(random, mule), { euros: piece, at, channel, deviceId: mule.phone });
    });
    return [paidIn, ...passedOn].map(asFraud("mule-fan-out"));
};

function herder(random: Random, mule: Customer) {
    const home = random.chance(0.6) ? mule.home : random.pick(countries[mule.home].neighbours);
    return { accountId: accountNumber(random, home), home, name: personName(random) };
}

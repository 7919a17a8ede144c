import { accountNumber } from "../accounts.ts";
import { hour, hours, minute, momentOn } from "../calendar.ts";
import { countries, distant } from "../countries.ts";
import { transfer } from "../habits/bank-transfers.ts";
import { personName } from "../names.ts";
import { deviceId } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asFraud } from "../transaction.ts";
import { lateDate } from "./late-date.ts";

/** Somebody signs in as the customer from a new device and sends the money away to accounts never paid before. */
export const accountTakeover: Story = ({ random, period, evasive, customer }) => {
    const victim = customer();
    // Remote control of the victim's own phone leaves no new device behind.
    const device = evasive ? victim.phone : deviceId(random);
    let at = momentOn(random, lateDate(random, period), victim.home, evasive ? hours.evening : hours.night);
    const payments = Array.from({ length: evasive ? random.int(1, 2) : random.int(2, 4) }, () => {
        at += evasive ? random.int(3, 30) * hour : random.int(2, 18) * minute;
        const home = evasive
            ? victim.home
            : random.chance(0.6)
              ? random.pick(distant)
              : random.pick(countries[victim.home].neighbours);
        const payee = { accountId: accountNumber(random, home), home, name: personName(random) };
        const euros = evasive ? random.between(180, 900) : Math.round(random.between(900, 4900));
        const channel = random.chance(0.7) ? "instant" : "wire";
        return transfer(victim, payee, { euros, at, channel, deviceId: device });
    });
    return payments.map(asFraud("account-takeover"));
};

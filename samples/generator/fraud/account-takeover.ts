import { accountNumber } from "../accounts.ts";
import { hour, hours, minute, momentOn } from "../calendar.ts";
import { countries, distant } from "../countries.ts";
import { transfer } from "../habits/bank-transfers.ts";
import { personName } from "../names.ts";
import { cardPayment, deviceId } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asFraud } from "../transaction.ts";
import { lateDate } from "./late-date.ts";

/** Hours after the customer last used the phone, somebody signs in from a new device and sends the money away. */
export const accountTakeover: Story = ({ random, population: { merchants }, period, evasive, customer }) => {
    const victim = customer();
    const evening = momentOn(random, lateDate(random, period), victim.home, hours.evening);
    const shop = merchants.online("department", victim.home, random);
    const lastHonest = { ...cardPayment(random, victim, shop, true, victim.spending), at: evening };
    // Remote control of the victim's own phone leaves no new device behind.
    const device = evasive ? victim.phone : deviceId(random);
    let at = evening + random.int(2, 9) * hour;
    const payments = Array.from({ length: evasive ? random.int(1, 2) : random.int(2, 4) }, () => {
        at += evasive ? random.int(3, 30) * hour : random.int(2, 18) * minute;
        const abroad = random.chance(0.6) ? random.pick(distant) : random.pick(countries[victim.home].neighbours);
        const home = evasive ? victim.home : abroad;
        const payee = { accountId: accountNumber(random, home), home, name: personName(random) };
        const euros = evasive ? random.between(180, 900) : Math.round(random.between(2500, 9500));
        const channel = random.chance(0.7) ? "instant" : "wire";
        return transfer(victim, payee, { euros, at, channel, deviceId: device });
    });
    return [lastHonest, ...payments.map(asFraud("account-takeover"))];
};

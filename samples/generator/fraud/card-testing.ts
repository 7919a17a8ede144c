import { hour, hours, minute, momentOn, second } from "../calendar.ts";
import { minorFromEuros } from "../currencies.ts";
import { cardPayment, deviceId } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asFraud } from "../transaction.ts";
import { lateDate } from "./late-date.ts";

/** A stolen number is tried with tiny online payments in quick succession; if they pass, something dear follows. */
export const cardTesting: Story = ({ random, population: { merchants }, period, evasive, customer }) => {
    const victim = customer();
    const thief = evasive && random.chance(0.5) ? victim.phone : deviceId(random);
    let at = momentOn(random, lateDate(random, period), victim.home, hours.night);
    const tests = Array.from({ length: evasive ? random.int(3, 4) : random.int(9, 15) }, () => {
        at += evasive ? random.int(5, 14) * hour : random.int(12, 48) * second;
        const shop = merchants.online(random.pick(["digital", "games"]), victim.home, random);
        const payment = cardPayment(random, victim, shop, true);
        const euros = evasive ? random.between(3, 9) : random.between(0.4, 1.9);
        return { ...payment, at, amountMinor: minorFromEuros(euros, payment.currency), deviceId: thief };
    });
    const spree = Array.from({ length: random.int(1, 2) }, () => {
        at += evasive ? random.int(2, 20) * hour : random.int(3, 25) * minute;
        const shop = merchants.online(random.pick(["electronics", "clothing"]), victim.home, random);
        const payment = cardPayment(random, victim, shop, true);
        const euros = evasive ? random.between(60, 240) : random.between(280, 1400);
        return { ...payment, at, amountMinor: minorFromEuros(euros, payment.currency), deviceId: thief };
    });
    return [...tests, ...spree].map(asFraud("card-testing"));
};

import { hours, minute, momentOn } from "../calendar.ts";
import { countries, distant } from "../countries.ts";
import { cardPayment } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asFraud, type Payment } from "../transaction.ts";
import { lateDate } from "./late-date.ts";

/** The card is in the owner's hand at home, and minutes later a copy of it is used far away. */
export const impossibleTravel: Story = ({ random, population: { merchants }, period, evasive, customer }) => {
    const owner = customer();
    let at = momentOn(random, lateDate(random, period), owner.home, hours.shops);
    const shop = random.pick(owner.habits);
    const home: Payment = { ...cardPayment(random, owner, shop, false, owner.spending), entryMode: "chip", at };
    const abroad = evasive
        ? random.pick(countries[owner.home].neighbours)
        : random.pick(distant.filter((country) => country !== owner.home));
    const copies = Array.from({ length: random.int(2, 3) }, () => {
        at += evasive ? random.int(100, 300) * minute : random.int(12, 50) * minute;
        const target = merchants.find(
            abroad,
            random.pick(["electronics", "jeweller", "clothing", "cashMachine"]),
            random,
        );
        const payment = cardPayment(random, owner, target, false, evasive ? 0.6 : 2);
        return { ...payment, entryMode: "magstripe" as const, at };
    });
    return [home, ...copies.map(asFraud("impossible-travel"))];
};

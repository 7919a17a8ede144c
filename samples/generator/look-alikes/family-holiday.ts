import { day, momentOn } from "../calendar.ts";
import { categories } from "../categories.ts";
import { countries, distant } from "../countries.ts";
import { cardPayment } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asLookAlike, type Payment } from "../transaction.ts";

/** Half the family spends days far away while the other half goes on shopping at home, from one account. */
export const familyHoliday: Story = ({ random, population: { merchants }, period, customer }) => {
    const family = customer();
    const place = random.chance(0.5) ? random.pick(countries[family.home].neighbours) : random.pick(distant);
    const nights = random.int(3, 5);
    const arrival = period.start + random.int(1, Math.max(1, period.days - nights - 2)) * day;
    const payments: Payment[] = [];
    for (let night = 0; night < nights; night++) {
        for (const category of ["restaurant", "clothing", "taxi"] as const) {
            if (random.chance(0.25)) continue;
            const shop = merchants.find(place, category, random);
            const at = momentOn(random, arrival + night * day, place, categories[category].hours);
            payments.push({ ...cardPayment(random, family, shop, false, 1.3), at });
        }
        const shop = random.pick(family.habits);
        const at = momentOn(random, arrival + night * day, family.home, categories[shop.category].hours);
        payments.push({ ...cardPayment(random, family, shop, false, family.spending), at });
    }
    return payments.map(asLookAlike("family-holiday"));
};

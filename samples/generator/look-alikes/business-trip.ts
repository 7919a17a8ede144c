import { hour, hours, minute, momentOn } from "../calendar.ts";
import { countries } from "../countries.ts";
import { lateDate } from "../fraud/late-date.ts";
import { cardPayment } from "../population.ts";
import type { Story } from "../story-setting.ts";
import { asLookAlike } from "../transaction.ts";

/** Breakfast at home, two hours in the air, a taxi and a hotel abroad before noon. */
export const businessTrip: Story = ({ random, population: { merchants }, period, customer }) => {
    const traveller = customer();
    const place = random.pick(countries[traveller.home].neighbours);
    const breakfast = momentOn(random, lateDate(random, period), traveller.home, hours.commute);
    const landing = breakfast + 2 * hour + random.int(10, 70) * minute;
    const stops = [
        ["fastFood", traveller.home, breakfast],
        ["taxi", place, landing],
        ["hotel", place, landing + random.int(20, 60) * minute],
        ["restaurant", place, landing + random.int(3, 9) * hour],
    ] as const;
    return stops
        .map(([category, country, at]) => {
            const shop = merchants.find(country, category, random);
            return { ...cardPayment(random, traveller, shop, false, 1.2), at };
        })
        .map(asLookAlike("business-trip"));
};

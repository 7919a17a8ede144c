import { moment, type Period } from "../calendar.ts";
import { categories } from "../categories.ts";
import { ordinaryPurchase, type Population } from "../population.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";

/** So many ordinary purchases by card, shared out by how active each customer is. */
export function cardSpending(random: Random, { customers, merchants }: Population, period: Period, count: number) {
    const totalActivity = customers.reduce((sum, one) => sum + one.activity, 0);
    const payments: Payment[] = [];
    let due = 0;
    for (const one of random.shuffle(customers)) {
        due += (one.activity / totalActivity) * count;
        while (payments.length < Math.round(due)) {
            const [shop, purchase] = ordinaryPurchase(random, one, merchants);
            const { week, hours } = categories[shop.category];
            payments.push({ ...purchase, at: moment(random, period, one.home, week, hours) });
        }
    }
    return payments;
}

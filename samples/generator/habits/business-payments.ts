import { accountNumber } from "../accounts.ts";
import { hours, moment, type Period, weeks } from "../calendar.ts";
import { type CountryCode, countries } from "../countries.ts";
import { firmName } from "../names.ts";
import type { Population } from "../population.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";
import { transfer } from "./bank-transfers.ts";

/** Firms pay the same suppliers by wire, sometimes abroad. */
export function businessPayments(random: Random, { businesses }: Population, period: Period): Payment[] {
    return businesses.flatMap((firm) => {
        const suppliers = Array.from({ length: random.int(2, 4) }, () => {
            const home: CountryCode = random.chance(0.25) ? random.pick(countries[firm.home].neighbours) : firm.home;
            return { accountId: accountNumber(random, home), home, name: firmName(random) };
        });
        return Array.from({ length: random.int(3, 8) }, () => {
            const at = moment(random, period, firm.home, weeks.banking, hours.office);
            const euros = random.logNormal(1500, 1.1);
            return transfer(firm, random.pick(suppliers), { euros, at, channel: "wire", deviceId: firm.phone });
        });
    });
}

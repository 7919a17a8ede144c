import { brokenTransfers } from "../broken/transfers.ts";
import { type CountryCode, countries } from "../countries.ts";
import { type Delivery, mixIn, share, split } from "../delivery.ts";
import type { MessageStyle } from "../formats/pacs008-file.ts";
import { references } from "../formats/pacs008-transaction.ts";
import type { Random } from "../random.ts";
import type { Payment } from "../transaction.ts";
import { styles } from "./iso20022-styles.ts";
import {
    broken,
    brokenOffFile,
    type Head,
    headOf,
    messageFile,
    placeless,
    repeated,
    scored,
    type TransferUnit,
} from "./iso20022-units.ts";
import type { Spares } from "./spares.ts";

/** Seven messages of as many senders: one sent twice, one whose sum is wrong, one that breaks off. */
export function iso20022Files(
    random: Random,
    payments: readonly Payment[],
    spares: Spares,
    weekEnds: readonly [string, string],
    start: number,
): Delivery[] {
    const { salaries, instant, abroad, domestic } = sorted(random, payments);
    const [firstWeek, secondWeek] = weekEnds;
    const half = Math.floor(instant.length / 2);
    const beforeCut = domestic.slice(0, Math.ceil(domestic.length / 4));

    const head = (style: MessageStyle, sender: CountryCode, own: readonly Payment[]): Head =>
        headOf(random, style, sender, own, start);
    const unitsOf = (of: Head, own: readonly Payment[]): TransferUnit[] => own.map((one) => scored(random, of, one));
    const untidy = (of: Head, units: readonly TransferUnit[], part: number): TransferUnit[] =>
        mixIn(random, units, [
            ...share(brokenTransfers, part, 4).map((kind) => broken(random, of, spares.transfer(), kind)),
            ...units.slice(4, 5).map(placeless),
        ]);
    const message = (key: string, of: Head, own: readonly Payment[], part: number): Delivery =>
        messageFile(key, of, untidy(of, unitsOf(of, own), part));

    const settlement = head(styles.settlement, "DE", domestic);
    const settled = unitsOf(settlement, domestic.slice(beforeCut.length));
    const wages = head(styles.salaries, "FR", salaries);
    // This sender gives no time but the file's own.
    const paidAtOnce = salaries.map((one) => ({ ...one, at: wages.createdAt }));
    const cut = head(styles.interrupted, "NL", beforeCut);
    const lost = { references: references(random, cut.style.version), payment: spares.transfer() };
    return [
        messageFile(`iso20022/settlement-${firstWeek}.xml`, settlement, untidy(settlement, settled, 0)),
        messageFile(
            `iso20022/settlement-${firstWeek}-sent-again.xml`,
            { ...settlement, style: styles.resent },
            settled.slice(5, 10).map(repeated),
        ),
        {
            ...message(`iso20022/cross-border-${secondWeek}.xml`, head(styles.crossBorder, "GB", abroad), abroad, 1),
            told: ["version-mismatch"],
        },
        message(
            `iso20022/instant-${firstWeek}.xml.gz`,
            head(styles.instant, "ES", instant.slice(0, half)),
            instant.slice(0, half),
            2,
        ),
        message(
            `iso20022/real-time-${secondWeek}.xml`,
            head(styles.realTime, "US", instant.slice(half)),
            instant.slice(half),
            3,
        ),
        {
            ...messageFile(
                `iso20022/salaries-${firstWeek}.xml`,
                { ...wages, controlSum: "1.00" },
                unitsOf(wages, paidAtOnce),
            ),
            told: ["control-total-mismatch"],
        },
        brokenOffFile(`iso20022/interrupted-${secondWeek}.xml`, cut, unitsOf(cut, beforeCut), lost),
    ];
}

/** Which payments go in which messages: the wages of one firm have one to themselves. */
function sorted(random: Random, payments: readonly Payment[]) {
    const firm = payments.find(({ lookAlike }) => lookAlike === "payroll")?.accountId;
    const [instant, wires] = split(payments, ({ channel }) => channel === "instant");
    let standIns = firm === undefined ? 6 : 0;
    const [salaries, others] = split(wires, ({ accountId, lookAlike, episode }) =>
        firm === undefined ? episode === undefined && standIns-- > 0 : accountId === firm && lookAlike === "payroll",
    );
    const [abroad, domestic] = split(
        others,
        ({ country, currency }) => countries[country].currency !== currency || random.chance(0.3),
    );
    return { salaries, abroad, domestic, instant };
}

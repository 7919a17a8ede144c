import type { KnownReaders } from "./readers.ts";

/** The most rules that QuickSight applies to one person. */
export const MOST_RULES = 999;

/** Redshift writes names of columns in small letters, QuickSight wants them so. */
export const RULE_COLUMNS = { username: "UserName", groupname: "GroupName", channel: "channel", country: "country" };

/**
 * Who may see which rows, as a query without a table: the mapping is reviewed with the program, and nobody can change it
 * in the warehouse. No value means all of them; who is in no rule sees nothing.
 */
export function rowRules(groups: KnownReaders["groups"]): string {
    const rules = groups.flatMap(({ name, reader }) => {
        const of = <T>(given: readonly T[] | undefined) => given ?? [undefined];
        const pairs = of(reader.channels).flatMap((channel) =>
            of(reader.countries).map((country) => ({ channel, country })),
        );
        if (pairs.length > MOST_RULES) {
            throw new Error(
                `The group ${name} needs ${pairs.length} rules for its channels and countries; QuickSight applies ${MOST_RULES}. Leave out the countries to mean all of them`,
            );
        }
        return pairs.map(({ channel, country }) => [undefined, name, channel, country]);
    });
    return rules
        .map((values) => {
            const columns = Object.keys(RULE_COLUMNS).map((column, index) => `${text(values[index])} AS ${column}`);
            return `SELECT ${columns.join(", ")}`;
        })
        .join(" UNION ALL ");
}

function text(value: string | undefined): string {
    if (value === undefined) return "CAST(NULL AS VARCHAR(256))";
    return `CAST('${value.replaceAll("'", "''")}' AS VARCHAR(256))`;
}

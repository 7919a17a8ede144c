import type { Stood } from "../changes/change.ts";
import { costOf } from "../changes/cost/difference.ts";
import { ASSUMED, ASSUMPTIONS, ENDPOINT_HOUR, PRICES, PRICES_OF } from "../changes/cost/prices.ts";
import { isShort, needsOf, QUOTAS_OF } from "./needs.ts";
import type { Program } from "./program.ts";
import type { Need } from "./quota.ts";

/** Where it lies, from the root. */
export const PAGE = "docs/prices-and-quotas.md";

const HEAD = `# Prices and quotas of each environment

Made by \`npm run quotas -- --page\` out of the program, a table of prices and a table of limits; a test compares it. Prices are
of general knowledge as of ${PRICES_OF}, standard limits as of ${QUOTAS_OF}: nobody asked a price list or an account for them. The
bill decides on the first, and the account says the second: \`npm run quotas -- --stack prod --ask\`, \`npm run doctor\` and the
rehearsal of \`npm run up\` ask it.
`;

/** One page on what each environment costs and which limits it needs. */
export function pageOf(programs: readonly Program[]): string {
    return [HEAD, ...monthly(programs), ...capacity(programs), ...numbers(programs), ...prices()].join("\n");
}

function monthly(programs: readonly Program[]): string[] {
    const reports = programs.map(({ resources }) => costOf({ changes: [], after: resources as Stood[] }));
    const items = [...new Set(reports.flatMap((report) => report.items.map(({ item }) => item)))].sort();
    const of = (item: string) =>
        reports.map((report) => dollars(report.items.find((one) => one.item === item)?.monthly ?? 0));
    const unpriced = [...new Set(reports.flatMap((report) => report.unpriced))];
    return [
        "## What is paid each month, used or not",
        "",
        table(
            ["US dollars", ...programs.map(({ stack }) => stack)],
            [
                ...items.map((item) => [item, ...of(item)]),
                ["**in all**", ...reports.map(({ monthly: sum }) => `**${dollars(sum)}**`)],
            ],
        ),
        "",
        ...ASSUMPTIONS.map((line) => `- ${line}`),
        ...(unpriced.length === 0 ? [] : [`- Without a price here: ${unpriced.join(", ")}.`]),
        "",
    ];
}

function capacity(programs: readonly Program[]): string[] {
    const needs = namedIn(programs, "capacity");
    const lacking = needs.filter((of) => of.some((need) => need !== undefined && isShort(need)));
    return [
        "## What works at the same time",
        "",
        "A new account has less of these. Ask for more under Service Quotas some days before the first update.",
        "",
        table(
            ["Limit", "Standard", "New account", ...programs.map(({ stack }) => stack), "Made of"],
            needs.map((of) => {
                const one = of.findLast((need) => need !== undefined) as Need;
                const { cloud, of: service, name, source, standard, atFirst, because } = one;
                return [
                    `[${cloud}, ${service}](${source}): ${name}`,
                    shown(standard, "differs"),
                    shown(atFirst ?? standard, "differs"),
                    ...of.map((need) => shown(need?.needed)),
                    because,
                ];
            }),
        ),
        "",
        `More than a new account has at first: ${lacking.map(nameIn).join(", ")}. The last column is that of`,
        `${programs.at(-1)?.stack}, where it has the limit at all. What differs is a limit of one kind of machine: new accounts often have none.`,
        "",
    ];
}

function numbers(programs: readonly Program[]): string[] {
    const needs = namedIn(programs, "number");
    return [
        "## How many there are",
        "",
        "What else is in the account counts too.",
        "",
        table(
            ["Limit", "Standard", ...programs.map(({ stack }) => stack)],
            needs.map((of) => {
                const { cloud, of: service, name, source, standard } = of.find((need) => need !== undefined) as Need;
                return [
                    `[${cloud}, ${service}](${source}): ${name}`,
                    shown(standard),
                    ...of.map((need) => shown(need?.needed)),
                ];
            }),
        ),
        "",
    ];
}

function prices(): string[] {
    const words: Readonly<Record<keyof typeof PRICES, string>> = {
        endpointZoneHour: "endpoint of the network, one zone, an hour",
        key: "key of KMS, a month",
        alarmMetric: "metric that an alarm reads, a month",
        dashboard: "dashboard of CloudWatch, a month",
        secret: "secret, a month",
        warehouseUnitHour: `unit of the warehouse, an hour of work (${ASSUMED.warehouseHoursADay} assumed each day)`,
        pipelineActivityOften: "activity of Data Pipeline more often than daily, a month",
        pipelineActivityDaily: "activity of Data Pipeline daily or less often, a month",
        azureAlertSeries: "series that an alert of Azure reads, a month",
    };
    const rows = (Object.keys(PRICES) as (keyof typeof PRICES)[]).map((key) => [words[key], String(PRICES[key])]);
    const machines = Object.entries(ENDPOINT_HOUR).map(([type, usd]) => [
        `machine of an endpoint, \`${type}\`, an hour`,
        String(usd),
    ]);
    return [`## Prices, as of ${PRICES_OF}`, "", table(["What", "US dollars"], [...rows, ...machines]), ""];
}

/** The needs of one name in each program, in the order of the first that has it. */
function namedIn(programs: readonly Program[], kind: Need["kind"]): (Need | undefined)[][] {
    const all = programs.map((program) => needsOf(program).filter((need) => need.kind === kind));
    const names = [...new Set(all.flatMap((needs) => needs.map(keyOf)))];
    return names.map((key) => all.map((needs) => needs.find((need) => keyOf(need) === key)));
}

const nameIn = (of: readonly (Need | undefined)[]) => of.find((need) => need !== undefined)?.name;
const keyOf = ({ cloud, of, name }: Need) => `${cloud} ${of} ${name}`;
const shown = (value: number | undefined, otherwise = "") =>
    value === undefined ? otherwise : value.toLocaleString("en-US");
const dollars = (usd: number) => usd.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

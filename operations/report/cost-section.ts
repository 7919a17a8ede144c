import type { EnvironmentReport } from "../preview/environment.ts";
import { code, type Line, line, lineOf, type Section } from "./line.ts";

/** What the environment costs a month, and what the change adds to that; nothing where nothing is known of it. */
export function costSection({ cost, resources }: EnvironmentReport): Section {
    const { monthly, difference, items, assumptions, unpriced } = cost;
    if (resources.length === 0) return { title: "", rank: 8, lines: [] };
    const moved = items.filter((item) => item.difference !== undefined && item.difference !== 0);
    const lines: Line[] = [
        line(
            `${usd(monthly)} a month${difference === undefined ? "" : `, ${signed(difference)}${difference === 0 ? "" : " by this change"}`}`,
        ),
        ...(difference === undefined ? items : moved).map((item) =>
            line(`${item.item}: ${item.difference === undefined ? usd(item.monthly) : signed(item.difference)}`),
        ),
        ...unpriced.map((resource) => lineOf([code(resource), ": its price is not in the table"])),
        // Nobody reads what a sum rests on that stays as it was.
        ...(difference === 0
            ? []
            : [
                  line(
                      "Assumed:",
                      assumptions.map((assumption) => line(assumption)),
                  ),
              ]),
    ];
    return { title: "Monthly cost, estimated", rank: 8, lines, isFolded: difference === undefined };
}

export function usd(amount: number): string {
    return `${amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })} USD`;
}

export function signed(amount: number): string {
    if (amount === 0) return "unchanged";
    return `${usd(Math.abs(amount))} ${amount > 0 ? "more" : "less"}`;
}

import { z } from "zod";
import type { ChoiceName, DashboardState, Selection } from "../../../console/dashboard-state.ts";
import { UserError } from "../../cli/user-error.ts";
import type { RowsByDataSet } from "./draw-sheet.ts";

const DAY = z.iso.date();
const CHOICES: readonly ChoiceName[] = ["channel", "country"];

/**
 * What a request chooses: `from`, `to`, and `channel` and `country` as often as there are. Without days, those that the
 * figures have: samples may be of any time, and a page without figures tells nothing.
 */
export function selectionIn(asked: URLSearchParams, rows: RowsByDataSet): Selection {
    const days = daysIn(rows);
    const day = (name: "from" | "to", otherwise: string): string => {
        const given = asked.get(name) || otherwise;
        if (!DAY.safeParse(given).success) throw new UserError(`${name} is "${given}": it is a day, YYYY-MM-DD.`);
        return given;
    };
    const today = new Date().toISOString().slice(0, 10);
    return {
        from: day("from", days[0] ?? today),
        to: day("to", days.at(-1) ?? today),
        channel: asked.getAll("channel"),
        country: asked.getAll("country"),
    };
}

/** What can be chosen: the values that any figure has. */
export function choicesIn(rows: RowsByDataSet): DashboardState["choices"] {
    const valuesOf = (name: ChoiceName) =>
        [...new Set([...rows.values()].flatMap((some) => some.map((row) => row[name])))]
            .filter((value) => value !== undefined)
            .map(String)
            .sort();
    return Object.fromEntries(CHOICES.map((name) => [name, valuesOf(name)])) as DashboardState["choices"];
}

function daysIn(rows: RowsByDataSet): string[] {
    const days = [...rows.values()].flatMap((some) =>
        some.flatMap(({ day }) => (day === undefined ? [] : [String(day)])),
    );
    return [...new Set(days.map((day) => day.slice(0, 10)))].sort();
}

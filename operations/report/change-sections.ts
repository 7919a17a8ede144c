import { groupBy } from "../cli/group-by.ts";
import type { EnvironmentReport, ReportedChange } from "../preview/environment.ts";
import { code, type Line, line, lineOf, type Section } from "./line.ts";
import { propertyLines } from "./property-lines.ts";

const ORDER = ["delete", "replace", "update", "create"];
const SIGNS: Readonly<Record<string, string>> = { delete: "-", replace: "±", update: "~", create: "+" };
const WORDS: Readonly<Record<string, string>> = {
    delete: "Deleted",
    replace: "Replaced",
    update: "Changed",
    create: "Created",
};

/** What changes, one section for each way; everything new is told by its types alone. */
export function changeSections({ changes, compared }: EnvironmentReport): Section[] {
    const byChange = groupBy(changes, ({ change }) => change);
    return ORDER.flatMap((change, index): Section[] => {
        const all = byChange.get(change) ?? [];
        if (all.length === 0) return [];
        const lines = compared ? alike(all) : byType(all);
        return [{ title: `${WORDS[change]}: ${all.length}`, rank: 7 + index / 10, lines, isFolded: true }];
    });
}

/** Resources that change in the same way share an entry. */
function alike(changes: readonly ReportedChange[]): Line[] {
    const groups = groupBy(changes, ({ type, properties }) => JSON.stringify([type, properties]));
    return [...groups.values()].map((same) => {
        const [{ type, change, properties }] = same as [ReportedChange];
        const names = same.map(({ name }) => name).join(", ");
        return lineOf([`${SIGNS[change]} `, code(`${type}::${names}`)], properties.flatMap(propertyLines));
    });
}

/** Counts by type, so that 600 new resources stay readable. */
function byType(changes: readonly ReportedChange[]): Line[] {
    const types = [...groupBy(changes, ({ type }) => type)].sort(([one], [other]) => one.localeCompare(other));
    return types.map(([type, all]) => line(`${String(all.length).padStart(4)}  ${type}`));
}

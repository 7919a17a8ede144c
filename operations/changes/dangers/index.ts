import type { Changes, Stood } from "../change.ts";
import { grantsOf } from "../grants/grants-of.ts";
import { NamedResources } from "../named.ts";
import { type Dangers, gravestFirst } from "./danger.ts";
import { dataLost } from "./data.ts";
import { openings } from "./openings.ts";
import { outsiders } from "./outsiders.ts";
import { permissionsGained } from "./permissions.ts";

/** What is dangerous about a change. Without anything to compare with, only what is deleted can be told. */
export function dangersOf({ changes, before, after }: Changes): Dangers {
    const data = gravestFirst(dataLost(changes));
    if (before === undefined) return { data, permissions: [], exposure: [] };
    const [old, now] = [new NamedResources(before), new NamedResources(after)];
    const permissions = permissionsGained(grantsOf(before, old), grantsOf(after, now));
    const [wereOpen, areOpen] = [openings(before, old), openings(after, now)];
    const opened = [...areOpen].filter(([key]) => !wereOpen.has(key)).map(([, danger]) => danger);
    const exposure = [...outsiders(permissions, accountsOf(after)), ...opened];
    return { data, permissions: gravestFirst(permissions), exposure: gravestFirst(exposure) };
}

/** The accounts that the stack's own provider may touch. */
function accountsOf(resources: readonly Stood[]): Set<string> {
    const lists = resources
        .filter(({ type }) => type === "pulumi:providers:aws")
        .map(({ inputs }) => String(inputs.allowedAccountIds ?? ""));
    return new Set(lists.flatMap((text) => text.match(/\d{12}/g) ?? []));
}

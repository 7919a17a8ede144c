import { Causes } from "../../../../operations/drift/causes/cause.ts";
import { type DriftPorts, driftReport } from "../../../../operations/drift/drift-report.ts";
import { emptyHistory, type History } from "../../../../operations/drift/history/history.ts";
import { readIgnores } from "../../../../operations/drift/ignores/read-ignores.ts";
import { IgnoreRegister } from "../../../../operations/drift/ignores/register.ts";
import type { Sight } from "../../../../operations/drift/look/look.ts";

export const TODAY = "2026-03-01";

export interface RunOptions extends Partial<DriftPorts> {
    sight?: Sight;
    ignores?: string;
    history?: History;
    at?: string;
}

/** One run over prod, with clouds that know nothing but what the sight shows. */
export function run({ sight, ignores = "[]", history, at = `${TODAY}T10:00:00.000Z`, ...ports }: RunOptions) {
    return driftReport(
        "prod",
        new IgnoreRegister(readIgnores(ignores, TODAY), TODAY),
        history ?? emptyHistory("prod"),
        {
            look: async () => sight ?? Promise.reject(new Error("no sight")),
            causes: new Causes([]),
            finders: [],
            isApproved: async () => false,
            now: () => new Date(at),
            ...ports,
        },
    );
}

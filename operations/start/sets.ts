import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { SupplementarySet } from "../../contract/files/supplementary.ts";
import { DynamoPointers } from "../../functions/adapters/supplementary-pointers.ts";
import type { Clients } from "../../local/services/clients.ts";
import type { Requested } from "./exchange.ts";
import type { LedgerCounts } from "./ledger-reader.ts";
import { thousands } from "./thousands.ts";

/** A set as it counts now. */
export interface SetState {
    rows: number;
    /** The run of Data Factory that brought it. */
    run: string;
    completedAt: string;
    ageSeconds: number;
}

/** What the summary says of the exchange with Azure. */
export interface SetsSummary {
    sets: { [set in SupplementarySet]?: SetState };
    /** Sets that the factory could not bring. */
    notBrought: SupplementarySet[];
    /** Verdicts that rest on every set that they should, and those that do not. */
    verdictsWithSets: number;
    verdictsInDoubt: number;
    /** Of the other way: whether the runs that AWS asked for ended well. */
    requested: Requested;
}

/** Which set of each kind counts, by the table of runs. */
export async function readSets(clients: Clients, table: string, now = Date.now()): Promise<SetsSummary["sets"]> {
    const pointers = await new DynamoPointers(clients.of(DynamoDBClient), table).read();
    return Object.fromEntries(
        [...pointers].map(([set, { current }]): [SupplementarySet, SetState] => {
            const { rows, run, completedAt } = current;
            const ageSeconds = Math.max(0, Math.round((now - Date.parse(completedAt)) / 1000));
            return [set, { rows, run, completedAt, ageSeconds }];
        }),
    );
}

/** The sets as a person reads them: one a line, with its age. */
export function setLines(sets: SetsSummary["sets"]): string[] {
    return Object.entries(sets).map(
        ([set, { rows, ageSeconds, run }]) =>
            `  ${set.padEnd(29)}${thousands(rows).padStart(6)} rows   ${age(ageSeconds).padStart(8)} old   run ${run.slice(0, 8)}`,
    );
}

export function exchangeLines(
    { sets, notBrought, requested }: Pick<SetsSummary, "sets" | "notBrought" | "requested">,
    { withSets, doubtful }: Pick<LedgerCounts, "withSets" | "doubtful">,
): string[] {
    const none = Object.keys(sets).length === 0;
    return [
        none ? "No set came from Azure." : "From Azure to AWS, by the factory's own token:",
        ...setLines(sets),
        ...notBrought.map((set) => `  NOT BROUGHT: ${set}`),
        `  ${thousands(withSets)} verdicts rest on every set that they should, ${thousands(doubtful)} are flagged`,
        `From AWS to Azure, by a token of the role of request: ${requestedText(requested)}.`,
    ];
}

function requestedText(requested: Requested): string {
    if ("fault" in requested) return `FAILED, ${requested.fault}`;
    return `${requested.runs.length} runs asked for and watched to their end`;
}

export function age(seconds: number): string {
    if (seconds < 120) return `${seconds} s`;
    if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
    return seconds < 172_800 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} days`;
}

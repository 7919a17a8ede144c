import { readFile } from "node:fs/promises";
import { UserError } from "../cli/user-error.ts";
import type { Counts } from "./counts.ts";
import { thousands } from "./thousands.ts";

/** How what was alerted compares with what the samples really are. */
export interface Quality {
    /** Transactions alerted, and those of them that are fraud. */
    alerts: number;
    fraudAlerted: number;
    /** Transactions that are fraud. */
    fraud: number;
    /** Share of the alerts that are fraud, and share of the fraud that was alerted; to thousandths. */
    precision: number;
    recall: number;
}

/** The same of the platform as it ran, and of the documented rules alone. */
export interface Qualities {
    run: Quality;
    rules: Quality;
}

/** What is known of transactions, by id. */
export interface Labels {
    fraud: ReadonlySet<string>;
    labelled: ReadonlySet<string>;
}

/** The labels of the committed samples. */
export async function readLabels(file: string): Promise<Labels> {
    const text = await readFile(file, "utf8").catch((cause: Error) => {
        throw new UserError(`Cannot use ${file}: ${cause.message} Make it again with: npm run samples`);
    });
    const rows = text.trim().split("\n").slice(1);
    const labelled = rows.map((row) => row.split(","));
    return {
        fraud: new Set(labelled.flatMap(([id = "", label]) => (label === "legitimate" ? [] : [id]))),
        labelled: new Set(labelled.map(([id = ""]) => id)),
    };
}

export function qualityOf(alerted: readonly string[], fraud: ReadonlySet<string>): Quality {
    const fraudAlerted = alerted.filter((id) => fraud.has(id)).length;
    const share = (whole: number) => (whole === 0 ? 0 : Math.round((fraudAlerted / whole) * 1000) / 1000);
    const alerts = alerted.length;
    return { alerts, fraudAlerted, fraud: fraud.size, precision: share(alerts), recall: share(fraud.size) };
}

/** Both as a compliance officer reads them. */
export function qualityLines({ run, rules }: Qualities, counts: Counts): string[] {
    const who = counts.byModel === counts.scored ? "the model" : "this run";
    const part = (of: number, whole: number, share: number) =>
        `${of} of ${whole}`.padStart(13) + `${Math.round(share * 100)} %`.padStart(7);
    const row = (name: string, cells: string[]) => `  ${name.padEnd(34)}${cells.join("")}`.trimEnd();
    const found = ({ fraudAlerted, fraud, recall }: Quality) => part(fraudAlerted, fraud, recall);
    const right = ({ fraudAlerted, alerts, precision }: Quality) => part(fraudAlerted, alerts, precision);
    return [
        `How good that is, by the labels of the samples: ${run.fraud} of ${thousands(counts.scored)} are fraud.`,
        row(
            "",
            [who, "the rules alone"].map((name) => name.padStart(20)),
        ),
        row("fraud that was alerted (recall)", [run, rules].map(found)),
        row("alerts that are fraud (precision)", [run, rules].map(right)),
    ];
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Alert, Model, Registry } from "../../console/state.ts";
import { paths } from "../../tools/paths.mjs";
import { type Labels, qualityOf } from "../start/quality.ts";
import { summed, type WarehousePart } from "./warehouse-figures.ts";

const REPORT = join(paths.root, "model", "starter", "report.json");
const Figures = z.object({ averagePrecision: z.number(), recallAtBudget: z.number(), precisionAtBudget: z.number() });
const Report = z.object({ sets: z.object({ test: z.object({ scorers: z.record(z.string(), Figures) }) }) });

/** What the committed report says of the starter model, with which a laptop begins. */
export async function readReport(file = REPORT): Promise<Model["report"]> {
    const { sets } = Report.parse(JSON.parse(await readFile(file, "utf8")));
    return Object.entries(sets.test.scorers).map(
        ([scorer, { averagePrecision, recallAtBudget: recall, precisionAtBudget: precision }]) => ({
            scorer,
            averagePrecision,
            recall,
            precision,
        }),
    );
}

export function modelOf(
    parts: readonly WarehousePart[],
    alerts: readonly Alert[],
    alerted: readonly string[],
    report: Model["report"],
    { labels, registry }: { labels?: Labels | undefined; registry?: Registry | undefined } = {},
): Model {
    const decided = (wanted: string | undefined) =>
        alerts.filter(({ decision, withdrawn }) => decision?.decision === wanted && (wanted || !withdrawn)).length;
    const known =
        labels &&
        qualityOf(
            alerted.filter((id) => labels.labelled.has(id)),
            labels.fraud,
        );
    return {
        scores: summed(parts, "tenth").map(({ value, transactions, alerts }) => ({
            from: value / 10,
            transactions,
            alerts,
        })),
        byChannel: summed(parts, "channel").map(({ value, transactions, alerts }) => ({
            channel: value,
            transactions,
            alerts,
        })),
        decided: { fraud: decided("fraud"), legitimate: decided("legitimate"), open: decided(undefined) },
        ...(known && { quality: { alerts: known.alerts, fraudAlerted: known.fraudAlerted, fraud: known.fraud } }),
        report,
        ...(registry && { registry }),
    };
}

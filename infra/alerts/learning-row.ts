import type { Line, Row } from "./dashboard-body.ts";

const of = (service: string, metric: string, statistic: string, label: string): Line => {
    return { namespace: "CompliancePlatform", metric, dimensions: { service }, statistic, label };
};

/** Whether the model still fits the world, and whether another one is made. */
export const LEARNING_ROW: Row = {
    heading: "Learning: does the model still fit?",
    graphs: [
        {
            title: "How far the world moved from what the model learnt; 0.25 is far",
            lines: [
                of("train", "largestDrift", "Maximum", "what moved most"),
                of("train", "scoreDrift", "Maximum", "the model's scores"),
            ],
            periodSeconds: 24 * 3600,
        },
        {
            title: "Candidates",
            lines: [
                of("train", "trainingWanted", "Sum", "wanted"),
                of("judge", "candidatesProposed", "Sum", "proposed"),
                of("promote", "modelsPromoted", "Sum", "promoted"),
                of("promote", "promotionsUndone", "Sum", "undone"),
            ],
            periodSeconds: 24 * 3600,
        },
    ],
};

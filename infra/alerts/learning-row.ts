import type { Line, Row } from "./dashboard-body.ts";

const ofTrain = (metric: string, statistic: string, label: string): Line => {
    return { namespace: "CompliancePlatform", metric, dimensions: { service: "train" }, statistic, label };
};

/** Whether the model still fits the world, and whether another one is made. */
export const LEARNING_ROW: Row = {
    heading: "Learning: does the model still fit?",
    graphs: [
        {
            title: "How far the world moved from what the model learnt; 0.25 is far",
            lines: [
                ofTrain("largestDrift", "Maximum", "what moved most"),
                ofTrain("scoreDrift", "Maximum", "the model's scores"),
            ],
            periodSeconds: 24 * 3600,
        },
        {
            title: "Candidates wanted",
            lines: [ofTrain("trainingWanted", "Sum", "wanted")],
            periodSeconds: 24 * 3600,
        },
    ],
};

import type { Input } from "@pulumi/pulumi";
import { VARIANT } from "../scoring/endpoint-shape.ts";
import type { Line, Row } from "./dashboard-body.ts";
import { counted } from "./dashboard-graphs.ts";

/** What `score` counts where the rules decide in its place, and what comes of that. */
const WITHOUT = [
    ["score", "scoredByRules", "by the rules"],
    ["score", "rescored", "by the model, later"],
    ["score", "leftToRules", "by the rules for good"],
] as const;

/** How the fraud model does. */
export function modelRow(endpoint: Input<string>): Row {
    const dimensions = { EndpointName: endpoint, VariantName: VARIANT };
    const line = (metric: string, statistic: string, label: string): Line => {
        return { namespace: "AWS/SageMaker", metric, dimensions, statistic, label };
    };
    const machine = (metric: string, label: string): Line => {
        return { ...line(metric, "Maximum", label), namespace: "/aws/sagemaker/Endpoints" };
    };
    return {
        heading: "Model: does it answer?",
        graphs: [
            {
                title: "Requests to the fraud model",
                lines: [
                    line("Invocations", "Sum", "all"),
                    line("InvocationsPerInstance", "Sum", "each machine"),
                    line("Invocation5XXErrors", "Sum", "failed"),
                    line("Invocation4XXErrors", "Sum", "refused"),
                ],
            },
            {
                title: "Time to answer, in microseconds, 99 of 100 below",
                lines: [line("ModelLatency", "p99", "the model"), line("OverheadLatency", "p99", "SageMaker")],
            },
            { title: "Decided without its answer", lines: WITHOUT.map(counted) },
            {
                title: "How busy its machines are, in percent",
                lines: [
                    machine("CPUUtilization", "processors, 100 for each"),
                    machine("MemoryUtilization", "memory"),
                    machine("DiskUtilization", "disk"),
                ],
            },
        ],
    };
}

import type { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { loggerOf } from "./logger.ts";
import { type Pause, pauseFor } from "./pause.ts";

/** What a function stands in, beside its clients. Whoever runs it elsewhere than in Lambda gives it another clock. */
export interface Surroundings {
    environment: Readonly<Record<string, string | undefined>>;
    /** Milliseconds since 1970. */
    now: () => number;
    pause: Pause;
    logger: Pick<Logger, "info" | "warn" | "error">;
    metrics: { addMetric(...measured: Parameters<Metrics["addMetric"]>): unknown; publishStoredMetrics(): void };
}

/** What Lambda gives. */
export function surroundingsOf(serviceName: string): Surroundings {
    return {
        environment: process.env,
        now: Date.now,
        pause: pauseFor,
        logger: loggerOf(serviceName),
        metrics: new Metrics({ serviceName }),
    };
}

import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { SQSBatchResponse } from "aws-lambda";
import { errorText } from "./error-text.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * Logs and counts what became of a batch, and names the records to deliver again: those that failed, or `again` where
 * they hold several messages each. The batch processor of Powertools works record by record; functions that need the whole
 * batch at once end with this instead.
 */
export function answer(
    failures: ReadonlyMap<string, unknown>,
    counts: Readonly<Record<string, number>>,
    { logger, metrics }: { logger: Pick<Surroundings["logger"], "info" | "error">; metrics: Surroundings["metrics"] },
    again = failures,
): SQSBatchResponse {
    for (const [messageId, cause] of failures) {
        logger.error("message failed and will be delivered again", {
            messageId,
            cause: errorText(cause),
        });
    }
    logger.info("batch processed", { ...counts, failed: failures.size });
    for (const [name, count] of Object.entries({ ...counts, failed: failures.size })) {
        if (count > 0) metrics.addMetric(name, MetricUnit.Count, count);
    }
    metrics.publishStoredMetrics();
    return { batchItemFailures: [...again.keys()].map((itemIdentifier) => ({ itemIdentifier })) };
}

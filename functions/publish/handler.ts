import { QuickSightClient } from "@aws-sdk/client-quicksight";
import type { Context } from "aws-lambda";
import { clientOptions } from "../adapters/client-options.ts";
import { required, requiredNumber } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { type Outcome, publish } from "./publish.ts";
import { QuickSightCopies } from "./quicksight-copies.ts";

const logger = loggerOf("publish");
const dataSets = JSON.parse(required("DATA_SETS")) as Record<string, string>;
const freshHours = requiredNumber("FRESH_HOURS", { from: 1, to: 168, whole: true });
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const copies = new QuickSightCopies(new QuickSightClient(clientOptions), required("ACCOUNT_ID"), pause);

/** Run by the workflow, which tries again when figures stay old. */
export async function handler(_event: unknown, context: Context): Promise<Record<string, Outcome>> {
    const remainingMs = () => context.getRemainingTimeInMillis();
    const outcomes = await publish(dataSets, freshHours, { copies, now: () => new Date(), remainingMs, pause });
    logger.info("figures looked at", { outcomes });
    return outcomes;
}

import * as z from "zod/mini";
import { GROUP, oneNumberOf, whole } from "./fields.ts";

/** From when on somebody is told that work waits. */
export const alarms = z.strictObject(
    {
        /** Age of the oldest waiting transaction that raises an alarm, in seconds. */
        oldestTransactionSeconds: whole("seconds", 60, 86_400),
        /** Age of the oldest waiting file that raises an alarm, in seconds. */
        oldestFileSeconds: whole("seconds", 60, 86_400),
        /** Messages waiting in one queue that raise an alarm. */
        waitingMessages: whole("messages", 10, 10_000_000),
        /** Minutes in which transactions arrive and none is scored that raise an alarm, in three periods. */
        unscoredMinutes: oneNumberOf("minutes", [3, 6, 9, 15, 30, 45, 60]),
        /** Minutes in which records arrive and none is loaded that raise an alarm, in three periods. */
        unloadedMinutes: oneNumberOf("minutes", [15, 30, 45, 60, 90, 120, 180]),
    },
    { error: GROUP },
);

/** What is expected to be spent; somebody is told when it is more. */
export const costs = z.strictObject(
    {
        /** What the AWS account is expected to cost in a month, in US dollars. */
        awsMonthlyUsd: whole("US dollars", 1, 10_000_000),
        /** What Azure's side is expected to cost in a month, in the currency of the bill. */
        azureMonthly: whole("units of the bill's currency", 1, 10_000_000),
    },
    { error: GROUP },
);

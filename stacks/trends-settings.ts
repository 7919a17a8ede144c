import * as z from "zod/mini";
import { GROUP, oneNumberOf, whole } from "./fields.ts";

/** What each account usually does, found out by Spark over the whole history. */
export const trends = z.strictObject(
    {
        /** Days of history that a profile is made of. */
        windowDays: whole("days", 7, 366),
        /** Days after which a transaction counts half in it. */
        halfLifeDays: whole("days", 1, 366),
        /** Files of one generation of profiles; `score` reads and keeps one at a time: aim for 1,000 accounts each. */
        shards: oneNumberOf("files", [16, 64, 256, 1024, 4096]),
        /** Processors that all jobs together may take; a worker takes 4. What exceeds it waits. */
        maximumVcpus: whole("processors", 8, 2000),
        /** Minutes without a job after which the application stops, and costs nothing. */
        idleMinutes: whole("minutes", 1, 60),
        /** Days after which the newest profiles count as stale, and somebody is told. */
        staleDays: whole("days", 1, 29),
    },
    { error: GROUP },
);

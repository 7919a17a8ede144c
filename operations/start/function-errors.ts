import {
    CloudWatchLogsClient,
    paginateDescribeLogGroups,
    paginateFilterLogEvents,
} from "@aws-sdk/client-cloudwatch-logs";
import type { Clients } from "../../local/services/clients.ts";
import { groupBy } from "../cli/group-by.ts";

/** What the functions logged as errors, each once with how often, the most frequent first. */
export async function functionErrors(clients: Clients): Promise<string[]> {
    const client = clients.of(CloudWatchLogsClient);
    const errors: string[] = [];
    for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, {})) {
        for (const { logGroupName } of logGroups) {
            for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName })) {
                errors.push(...events.flatMap(({ message = "" }) => errorIn(message) ?? []));
            }
        }
    }
    const counted = [...groupBy(errors, (error) => error)].sort(([, a], [, b]) => b.length - a.length);
    return counted.map(([error, all]) => `${error} (${all.length} times)`);
}

/** The error of one structured log line, or undefined when it is none. */
export function errorIn(line: string): string | undefined {
    try {
        const { level, service, message, error, cause } = JSON.parse(line);
        if (level !== "ERROR") return undefined;
        return [`${service}: ${message}`, error?.message ?? cause].filter(Boolean).join(": ");
    } catch {
        // Not one of our lines: Lambda's own START, END and REPORT.
        return undefined;
    }
}

import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { History, Remembered } from "../history/history.ts";
import type { DriftFinding, DriftReport } from "../report-schema.ts";

/** Longest subject that SNS takes. */
const SUBJECT = 100;
/** Far below SNS's 256 KB; more is in the report. */
const MOST_LINES = 100;

/** Tells people; resolves once they are told. */
export type Notify = (subject: string, message: string) => Promise<void>;

export function topicNotifier(sns: Pick<SNSClient, "send">, topic: string): Notify {
    return async (subject, message) => {
        await sns.send(new PublishCommand({ TopicArn: topic, Subject: subject, Message: message }));
    };
}

/** What the topic is told; nothing when nothing is new, worse or resolved that it was not told of before. */
export function notice(
    { stack, findings }: Pick<DriftReport, "stack" | "findings">,
    history: History,
): { subject: string; message: string; count: number } | undefined {
    const untold = (change: Remembered["untold"]) => history.findings.filter((finding) => finding.untold === change);
    const of = (change: "new" | "worse") => {
        const fingerprints = new Set(untold(change).map(({ fingerprint }) => fingerprint));
        return findings.filter(({ fingerprint }) => fingerprints.has(fingerprint));
    };
    const [fresh, worse, resolved] = [of("new"), of("worse"), untold("resolved")] as const;
    const count = fresh.length + worse.length + resolved.length;
    if (count === 0) return undefined;
    const critical = [...fresh, ...worse].filter(({ severity }) => severity === "critical").length;
    const counts = [`${fresh.length} new`, `${worse.length} worse`, `${resolved.length} resolved`];
    const mark = critical > 0 ? `, ${critical} critical` : "";
    const lines = [
        ...worse.map((finding) => line("WORSE", finding)),
        ...fresh.map((finding) => line("NEW", finding)),
        ...resolved.map(({ title, how }) => `RESOLVED ${title} (${how ?? "repaired"})`),
    ];
    const left = lines.length - MOST_LINES;
    const shown = [...lines.slice(0, MOST_LINES), ...(left > 0 ? [`and ${left} more: see the report`] : [])];
    const subject = `Drift in ${stack}: ${counts.join(", ")}${mark}`.slice(0, SUBJECT);
    return { subject, message: `${shown.join("\n")}\n`, count };
}

function line(word: string, { severity, title, broken, cause, repair }: DriftFinding): string {
    const controls = [...new Set(broken.map(({ rule }) => rule))];
    const breaks = controls.length > 0 ? `\n  breaks ${controls.join(", ")}` : "";
    const who = cause.known ? `\n  by ${cause.who}, ${cause.what}, ${cause.at}` : "";
    return `${word} ${severity}: ${title}${breaks}${who}\n  ${repair}`;
}

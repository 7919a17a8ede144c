import type { Github } from "../github/api.ts";
import { COULD_NOT_LOOK, type IssueText, LABEL, readMark, textOfFailedLook, textOfFinding } from "./issue-text.ts";
import type { DriftReport } from "./report.ts";

interface Issue {
    readonly number: number;
    readonly title: string;
    readonly body: string | null;
    readonly html_url: string;
    readonly labels: readonly { readonly name: string }[];
    readonly user: { readonly login: string } | null;
    readonly pull_request?: object;
}

/** What was done with the issues, a line each. */
export type Told = string[];

/** Makes the open issues of a stack say what the report says. */
export async function keepIssues(github: Github, report: DriftReport, author: string): Promise<Told> {
    const open = await openIssues(github, report.stack, author);
    const wanted = wantedTexts(report);
    const told: Told = [];
    for (const [fingerprint, text] of wanted) {
        const issue = open.get(fingerprint);
        told.push(...(issue === undefined ? [await opened(github, text)] : await updated(github, issue, text)));
    }
    for (const [fingerprint, issue] of open) {
        const why = wanted.has(fingerprint) ? undefined : whyGone(fingerprint, report);
        if (why !== undefined) told.push(await closed(github, issue, why));
    }
    return told;
}

/** Ours only: anybody may open an issue that bears the mark. Pull requests are in the same list. */
async function openIssues(github: Github, stack: string, author: string): Promise<Map<string, Issue>> {
    const issues = await github.all<Issue>(`/issues?state=open&labels=${LABEL}`);
    return new Map(
        issues.flatMap((issue): [string, Issue][] => {
            const mark = readMark(issue.body);
            const isOurs = issue.user?.login === author && issue.pull_request === undefined && mark?.stack === stack;
            return isOurs && mark !== undefined ? [[mark.fingerprint, issue]] : [];
        }),
    );
}

function wantedTexts({ stack, findings, untold }: DriftReport): Map<string, IssueText> {
    const texts = new Map(findings.map((finding) => [finding.fingerprint, textOfFinding(stack, finding)]));
    if (untold.length > 0) texts.set(COULD_NOT_LOOK, textOfFailedLook(stack, untold));
    return texts;
}

/** Why an open issue is over; nothing while this run cannot say that it is. */
function whyGone(fingerprint: string, { resolved, untold }: DriftReport): string | undefined {
    const known = resolved.find((one) => one.fingerprint === fingerprint);
    if (known !== undefined) return `Resolved at ${known.resolvedAt}: ${known.how}.`;
    if (untold.length > 0) return undefined;
    return fingerprint === COULD_NOT_LOOK ? "The last run could look at everything." : "The last run found it no more.";
}

async function opened(github: Github, { title, body, labels }: IssueText): Promise<string> {
    const issue = await github.post<Issue>("/issues", { title, body, labels });
    return `opened ${issue.html_url} ${title}`;
}

async function updated(github: Github, issue: Issue, { title, body, labels }: IssueText): Promise<string[]> {
    const before = severityOf(issue.labels.map(({ name }) => name));
    const after = severityOf(labels);
    if (issue.title === title && issue.body === body && before === after) return [];
    await github.patch(`/issues/${issue.number}`, { title, body, labels: [...labels, ...labelsOfPeople(issue)] });
    if (ORDER.indexOf(after) <= ORDER.indexOf(before)) return [`updated ${issue.html_url} ${title}`];
    // Nobody is told of an edit, and of this they should be.
    await github.post(`/issues/${issue.number}/comments`, { body: `Worse: it was ${before}, now it is ${after}.` });
    return [`worse ${issue.html_url} ${title}`];
}

async function closed(github: Github, issue: Issue, why: string): Promise<string> {
    await github.post(`/issues/${issue.number}/comments`, { body: why });
    await github.patch(`/issues/${issue.number}`, { state: "closed", state_reason: "completed" });
    return `closed ${issue.html_url} ${issue.title}`;
}

const ORDER = ["", "low", "medium", "high", "critical"];

function severityOf(labels: readonly string[]): string {
    return labels.find((name) => name.startsWith("severity: "))?.slice("severity: ".length) ?? "";
}

function labelsOfPeople({ labels }: Issue): string[] {
    return labels.map(({ name }) => name).filter((name) => name !== LABEL && !/^(stack|severity): /.test(name));
}

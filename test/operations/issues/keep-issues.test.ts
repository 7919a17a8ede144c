import assert from "node:assert/strict";
import { Github } from "../../../operations/github/api.ts";
import { keepIssues } from "../../../operations/issues/keep-issues.ts";
import { asReport, type DriftFinding, type DriftReport, failedLook } from "../../../operations/issues/report.ts";
import { BOT, FakeGithub } from "../github/fake-github.ts";

function finding(fingerprint: string, changes: Partial<DriftFinding> = {}): DriftFinding {
    return {
        fingerprint,
        kind: "changed",
        severity: "medium",
        cloud: "aws",
        urn: `urn:pulumi:prod::compliance-platform::aws:sqs/queue:Queue::${fingerprint}`,
        title: `Queue::${fingerprint} was changed`,
        differences: [{ path: "kmsMasterKeyId", before: "a | b", after: "alias/aws/sqs" }],
        broken: [{ rule: "sqs-encrypted", message: "is a key that AWS manages", controls: ["pci:3.5.1"] }],
        cause: { known: true, who: "@ada", what: "SetQueueAttributes", at: "2026-11-30T10:00:00Z" },
        repair: "npm run up -- --stack prod",
        firstSeenAt: "2026-11-30T10:17:00Z",
        ...changes,
    };
}

function report(findings: DriftFinding[], changes: Partial<DriftReport> = {}): DriftReport {
    return { stack: "prod", untold: [], findings, resolved: [], ...changes };
}

describe("the issues of drift", () => {
    let fake: FakeGithub;
    let github: Github;
    beforeEach(async () => {
        fake = new FakeGithub();
        github = new Github(await fake.open());
    });
    afterEach(() => fake.close());
    const keep = (of: DriftReport) => keepIssues(github, of, BOT);
    const open = () => fake.issues.filter(({ state }) => state === "open");
    const writes = () => fake.requests.filter((request) => !request.startsWith("GET"));

    it("are one for each finding, which says what differs, what it breaks, by whom, and how to repair it", async () => {
        await keep(report([finding("bulk"), finding("incoming")]));
        assert.equal(open().length, 2);
        const [issue] = fake.issues;
        assert.equal(issue?.title, "[prod] medium: Queue::bulk was changed");
        assert.match(issue?.body ?? "", /\| kmsMasterKeyId \| a \\\| b \| alias\/aws\/sqs \|/);
        assert.match(issue?.body ?? "", /- `sqs-encrypted` \(pci:3\.5\.1\): is a key that AWS manages/);
        assert.match(issue?.body ?? "", /By whom: @\u200bada, SetQueueAttributes, at 2026-11-30T10:00:00Z\./);
        assert.match(issue?.body ?? "", /```\nnpm run up -- --stack prod\n```/);
        assert.deepEqual(
            issue?.labels.map(({ name }) => name),
            ["drift", "stack: prod", "severity: medium"],
        );
    });

    it("stay untouched while a finding is as it was", async () => {
        const all = ["a", "b", "c", "d", "e", "f", "g"].map((name) => finding(name));
        await keep(report(all));
        const before = writes().length;
        assert.deepEqual(await keep(report(all)), []);
        assert.equal(writes().length, before, "an issue of a later page was opened or written again");
    });

    it("are brought up to date, with a comment only when it got worse", async () => {
        await keep(report([finding("bulk")]));
        fake.issues[0]?.labels.push({ name: "on-call" });
        await keep(report([finding("bulk", { severity: "low" })]));
        assert.equal(fake.comments.length, 0);
        await keep(report([finding("bulk", { severity: "critical" })]));
        assert.deepEqual(
            fake.comments.map(({ body }) => body),
            ["Worse: it was low, now it is critical."],
        );
        assert.match(fake.issues[0]?.title ?? "", /critical/);
        assert.deepEqual(fake.issues[0]?.labels.map(({ name }) => name).slice(2), ["severity: critical", "on-call"]);
    });

    it("are closed once the finding is gone, and say how", async () => {
        await keep(report([finding("bulk"), finding("incoming")]));
        const resolved = [{ fingerprint: "bulk", how: "repaired", resolvedAt: "2026-11-30T11:17:00Z" }];
        await keep(report([], { resolved }));
        assert.deepEqual(
            fake.issues.map(({ state, state_reason }) => [state, state_reason]),
            [
                ["closed", "completed"],
                ["closed", "completed"],
            ],
        );
        assert.deepEqual(
            fake.comments.map(({ body }) => body),
            ["Resolved at 2026-11-30T11:17:00Z: repaired.", "The last run found it no more."],
        );
    });

    it("stay open when the run could not look, and that becomes an issue, which ends with the trouble", async () => {
        await keep(report([finding("bulk")]));
        await keep(report([], { untold: ["azure: the login was refused"] }));
        assert.deepEqual(
            open().map(({ title }) => title),
            ["[prod] medium: Queue::bulk was changed", "[prod] high: drift detection could not look at everything"],
        );
        await keep(report([finding("bulk")]));
        assert.deepEqual(
            open().map(({ title }) => title),
            ["[prod] medium: Queue::bulk was changed"],
        );
    });

    it("close even then what the run knows to be resolved", async () => {
        await keep(report([finding("bulk"), finding("incoming")]));
        const resolved = [{ fingerprint: "bulk", how: "repaired", resolvedAt: "2026-11-30T11:17:00Z" }];
        await keep(report([], { resolved, untold: ["azure: the login was refused"] }));
        assert.ok(!open().some(({ title }) => title.includes("bulk")));
        assert.ok(open().some(({ title }) => title.includes("incoming")));
    });

    it("never count a run without a report as clean", async () => {
        await keep(report([finding("bulk")]));
        await keep(failedLook("prod", "no report"));
        assert.equal(open().length, 2);
    });

    it("leave alone those of another stack, of people, and pull requests", async () => {
        await keepIssues(github, { ...report([finding("bulk")]), stack: "dev" }, BOT);
        const body = fake.issues[0]?.body.replace(" dev ", " prod ") ?? "";
        fake.issue({ title: "by a person", body, labels: [{ name: "drift" }], user: { login: "ada" } });
        fake.issue({ title: "a pull request", body, labels: [{ name: "drift" }], pull_request: {} });
        assert.deepEqual(await keep(report([])), []);
        assert.equal(open().length, 3);
    });

    it("refuse a report that is none, or of another stack", () => {
        assert.throws(() => asReport("oops", "drift.json", "prod"), /drift\.json is no JSON/);
        assert.throws(() => asReport("{}", "drift.json", "prod"), /is no report of npm run drift: stack /);
        const other = JSON.stringify(report([]));
        assert.throws(() => asReport(other, "drift.json", "dev"), /is about the stack prod, not dev/);
    });

    it("can be made of all that a report may hold, within what GitHub takes", async () => {
        const differences = Array.from({ length: 3000 }, (_, place) => ({
            path: `policy.Statement[${place}]`,
            before: "x".repeat(50),
            after: "y\n`z`",
        }));
        await keep(report([finding("bulk", { differences, title: "t".repeat(500), repair: "run ``` this" })]));
        assert.ok((fake.issues[0]?.body.length ?? 0) <= 65_536);
        assert.ok((fake.issues[0]?.title.length ?? 0) <= 256);
    });
});

import assert from "node:assert/strict";
import { strToU8, zipSync } from "fflate";
import { commentBody, MARK } from "../../../operations/comment/body.ts";
import { pullsOf } from "../../../operations/comment/pull-of-run.ts";
import { type Run, reportsOf } from "../../../operations/comment/run-reports.ts";
import { writeSticky } from "../../../operations/comment/sticky.ts";
import { Github } from "../../../operations/github/api.ts";
import { LONGEST_BODY } from "../../../operations/github/limits.ts";
import { BOT, FakeGithub } from "../github/fake-github.ts";

const run: Run = {
    id: 7,
    event: "pull_request",
    head_sha: "a".repeat(40),
    head_branch: "feature",
    head_repository: { full_name: "stranger/platform", owner: { login: "stranger" } },
    html_url: "https://github.example/bank/platform/actions/runs/7",
};

function pull(number: number, sha = run.head_sha, repository = "stranger/platform") {
    return { number, head: { ref: "feature", sha, repo: { full_name: repository } } };
}

describe("the comment on a pull request", () => {
    let fake: FakeGithub;
    let github: Github;
    beforeEach(async () => {
        fake = new FakeGithub();
        github = new Github(await fake.open());
        fake.runs.set(run.id, run);
    });
    afterEach(() => fake.close());

    /** A job of the run, and what it left behind. */
    function job(name: string, conclusion: string, report?: string | Uint8Array): void {
        const html_url = `${run.html_url}/job/${name}`;
        fake.jobs.set(run.id, [...(fake.jobs.get(run.id) ?? []), { name, conclusion, html_url }]);
        if (report === undefined) return;
        const archive = typeof report === "string" ? zipSync({ "preview.md": strToU8(report) }) : report;
        const artifacts = fake.artifacts.get(run.id) ?? [];
        const id = artifacts.length + 1;
        const name_ = `preview-report-${name}`;
        fake.artifacts.set(run.id, [
            ...artifacts,
            { id, name: name_, size_in_bytes: archive.length, expired: false } as never,
        ]);
        fake.archives.set(id, archive);
    }

    it("is one: the second run writes over what the first wrote, wherever among many comments it is", async () => {
        for (let count = 0; count < 7; count += 1) fake.comment(5, `talk ${count}`, "ada");
        await writeSticky(github, 5, `${MARK}\nfirst`, BOT);
        for (let count = 0; count < 7; count += 1) fake.comment(5, `more ${count}`, "ada");
        await writeSticky(github, 5, `${MARK}\nsecond`, BOT);
        assert.deepEqual(
            fake.comments.filter(({ user }) => user?.login === BOT).map(({ body }) => body),
            [`${MARK}\nsecond`],
        );
        assert.equal(fake.comments.length, 15);
    });

    it("does not write over somebody else's comment that bears the mark", async () => {
        fake.comment(5, `${MARK}\nlooks like ours`, "stranger");
        await writeSticky(github, 5, `${MARK}\nours`, BOT);
        assert.deepEqual(
            fake.comments.map(({ body }) => body),
            [`${MARK}\nlooks like ours`, `${MARK}\nours`],
        );
    });

    it("holds the report of each job that ran, and names one that left none", async () => {
        job("offline", "failure", "## Preview\n\nblocked by sqs-encrypted\n");
        job("live-dev", "failure");
        job("live-prod", "skipped");
        const body = commentBody({ reports: await reportsOf(github, run), commit: run.head_sha, url: run.html_url });
        assert.match(body, /blocked by sqs-encrypted/);
        assert.match(
            body,
            /### Preview: live-dev\n\n\*\*No report\*\*: the job ended with failure before it wrote one/,
        );
        assert.doesNotMatch(body, /live-prod/);
        assert.match(body, /code of aaaaaaaaaa\./);
    });

    it("finds reports and jobs on whatever page they are", async () => {
        for (let count = 0; count < 8; count += 1) job(`job-${count}`, "success", `report ${count}\n`);
        const reports = await reportsOf(github, run);
        assert.deepEqual(
            reports.map(({ markdown }) => markdown),
            Array.from({ length: 8 }, (_, count) => `report ${count}\n`),
        );
    });

    it("fetches reports without showing the token to the storage that holds them", async () => {
        job("offline", "success", "fine\n");
        await reportsOf(github, run);
        assert.equal(fake.tokenSeenByStorage, false);
    });

    for (const { title, archive } of [
        { title: "is no archive", archive: strToU8("not a zip") },
        { title: "lacks the report", archive: zipSync({ "other.md": strToU8("x") }) },
        { title: "unpacks to more than any report has", archive: zipSync({ "preview.md": new Uint8Array(6_000_000) }) },
    ]) {
        it(`takes an archive that ${title} for none`, async () => {
            job("offline", "success", archive);
            const [report] = await reportsOf(github, run);
            assert.equal(report?.markdown, undefined);
        });
    }

    it("stays within what GitHub takes, and shares the room among the reports", () => {
        const long = (letter: string) => `${`${letter.repeat(99)}\n`.repeat(1000)}`;
        const reports = ["a", "b"].map((letter) => ({
            job: letter,
            conclusion: "success",
            url: "",
            markdown: long(letter),
        }));
        const body = commentBody({ reports, url: run.html_url });
        assert.ok(body.length <= LONGEST_BODY && body.length > LONGEST_BODY - 500, String(body.length));
        for (const letter of ["a", "b"])
            assert.ok((body.match(new RegExp(`^${letter}{99}$`, "gm"))?.length ?? 0) > 300);
        assert.equal(body.match(/Cut here: the rest is in the reports of the run/g)?.length, 2);
    });

    it("goes to the open pull request whose newest commit ran, by what GitHub says of the run", async () => {
        fake.pulls = [pull(4, "b".repeat(40)), pull(5), pull(6, run.head_sha, "bank/platform")];
        assert.deepEqual(await pullsOf(github, run), [5]);
    });

    it("goes nowhere when the branch has moved on, or the run was about no pull request", async () => {
        fake.pulls = [pull(5, "b".repeat(40))];
        assert.deepEqual(await pullsOf(github, run), []);
        fake.pulls = [pull(5)];
        assert.deepEqual(await pullsOf(github, { ...run, event: "push" }), []);
        assert.deepEqual(await pullsOf(github, { ...run, head_repository: null }), []);
    });
});

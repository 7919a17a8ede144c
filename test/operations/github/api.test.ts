import assert from "node:assert/strict";
import { Github, githubPlace } from "../../../operations/github/api.ts";
import { cutTo, quoted } from "../../../operations/github/limits.ts";
import { FakeGithub } from "./fake-github.ts";

describe("GitHub's API", () => {
    let fake: FakeGithub;
    let github: Github;
    const waits: number[] = [];
    beforeEach(async () => {
        fake = new FakeGithub();
        waits.length = 0;
        github = new Github(await fake.open(), async (seconds) => {
            waits.push(seconds);
        });
    });
    afterEach(() => fake.close());

    it("gives a list over all its pages", async () => {
        for (let count = 0; count < 8; count += 1) fake.issue({ title: `issue ${count}` });
        const issues = await github.all<{ title: string }>("/issues?state=open");
        assert.deepEqual(
            issues.map(({ title }) => title),
            Array.from({ length: 8 }, (_, count) => `issue ${count}`),
        );
    });

    it("waits as long as GitHub asks for, and tries again", async () => {
        fake.faults.push({ status: 403, headers: { "retry-after": "7" } }, { status: 502 });
        assert.deepEqual(await github.all("/issues"), []);
        assert.deepEqual(waits, [7, 4]);
    });

    it("gives up after a few tries, and at once on a refusal", async () => {
        fake.faults.push(...Array.from({ length: 4 }, () => ({ status: 503 })));
        await assert.rejects(github.all("/issues"), /GitHub refused GET \/repos\/bank\/platform\/issues: 503/);
        waits.length = 0;
        fake.faults.push({ status: 403, body: { message: "Resource not accessible by integration" } });
        await assert.rejects(
            github.post("/issues", {}),
            /403 Resource not accessible by integration\. Look at the permissions of the job/,
        );
        assert.deepEqual(waits, []);
    });

    it("does not follow a list to another server, which would get the token", async () => {
        fake.faults.push({
            status: 200,
            headers: { link: '<https://elsewhere.example/page2>; rel="next"' },
            body: [] as unknown as object,
        });
        assert.deepEqual(await github.all("/issues"), []);
    });

    it("says which variables are missing, never the token", () => {
        assert.throws(() => githubPlace({}), /GITHUB_REPOSITORY and GITHUB_TOKEN must be set/);
        assert.throws(
            () => githubPlace({ GITHUB_TOKEN: "canary" }),
            (error: Error) => {
                assert.match(error.message, /^GITHUB_REPOSITORY must be set/);
                return !error.message.includes("canary");
            },
        );
    });
});

describe("text for GitHub", () => {
    it("is cut at the end of a line, with a note that says so", () => {
        const text = Array.from({ length: 100 }, (_, line) => `line ${line}\n`).join("");
        const cut = cutTo(text, 200, "cut");
        assert.ok(cut.length <= 200);
        assert.match(cut, /^(line \d+\n)+cut\n$/);
        assert.equal(cutTo("short", 200, "cut"), "short");
    });

    it("that is cut within a block of code ends the block", () => {
        const cut = cutTo(`\`\`\`\n${"code\n".repeat(100)}\`\`\`\n`, 100, "cut");
        assert.match(cut, /code\n```\ncut\n$/);
        assert.ok(cut.length <= 100);
    });

    it("of somebody else calls nobody, and passes for no mark of ours", () => {
        const text = quoted("@bank/owners please approve <!-- compliance-platform: preview --> a@b");
        assert.ok(!/@[A-Za-z]/.test(text) && !text.includes("<!--"), text);
    });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { paths } from "../../tools/paths.mjs";
import { jobs, steps, workflow, workflows } from "./workflow-files.ts";

const CLOUD_ROLES = /^aws-actions\/configure-aws-credentials@/;

/** The region of a stack's account. */
function regionOf(stack: string): string {
    return parse(readFileSync(path.join(paths.root, `Pulumi.${stack}.yaml`), "utf8")).config["aws:region"];
}

describe("the rights of the workflows", () => {
    it("are none but what a job asks for", () => {
        for (const { file, permissions } of workflows) assert.deepEqual(permissions, {}, file);
        for (const { id, job } of jobs)
            assert.ok(job.permissions !== undefined, `${id} says nothing of its permissions`);
    });

    it("to write go to the two jobs that comment and that keep issues, and to nobody else", () => {
        const writing = jobs.flatMap(({ id, job }) =>
            Object.entries(job.permissions ?? {})
                .filter(([name, right]) => right === "write" && name !== "id-token")
                .map(([name]) => `${id} ${name}`),
        );
        assert.deepEqual(writing, ["comment/comment pull-requests", "drift/tell issues"]);
    });

    it("never join a login in a cloud with a right to write on GitHub", () => {
        for (const { id, job } of jobs) {
            const rights = Object.entries(job.permissions ?? {}).filter(([, right]) => right === "write");
            if (rights.some(([name]) => name === "id-token")) assert.equal(rights.length, 1, id);
        }
    });

    it("to log in are asked for by those jobs only that do, and each does by OIDC", () => {
        const asking = jobs.filter(({ job }) => job.permissions?.["id-token"] === "write").map(({ id }) => id);
        assert.deepEqual(asking, ["deploy/dev", "deploy/prod", "drift/look", "preview/live"]);
        for (const { id, job } of jobs) {
            const logins = (job.steps ?? []).filter(({ uses }) => CLOUD_ROLES.test(uses ?? ""));
            assert.equal(logins.length, asking.includes(id) ? 1 : 0, id);
            for (const login of logins)
                assert.deepEqual(Object.keys(login.with ?? {}), ["role-to-assume", "aws-region"]);
        }
    });

    it("come from no secret: nothing but GitHub's own token is stored anywhere", () => {
        for (const { file, text } of workflows) assert.doesNotMatch(text, /\bsecrets\b(?!\.)|secrets\./i, file);
    });

    it("reach no code of a fork: it runs without credentials, and what may write runs the default branch", () => {
        for (const { on, file } of workflows) assert.ok(!("pull_request_target" in on), file);
        const [live] = jobs.filter(({ id }) => id === "preview/live");
        assert.match(live?.job.if ?? "", /head\.repo\.full_name == github\.repository/);
        for (const { job, workflow: of } of jobs.filter(({ workflow: { on } }) => "workflow_run" in on)) {
            assert.equal(of.name, "comment");
            for (const { uses, with: given, run = "" } of job.steps ?? []) {
                assert.ok(!uses?.startsWith("./"), "an action of the repository would be read from the checkout");
                if (uses?.startsWith("actions/checkout@")) assert.deepEqual(given, { "persist-credentials": false });
                assert.doesNotMatch(run, /\$\{\{/);
            }
        }
    });

    it("leave no token of GitHub behind in a checkout", () => {
        const checkouts = steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
        assert.ok(checkouts.length > 6);
        for (const { id, step } of checkouts) assert.equal(step.with?.["persist-credentials"], false, id);
    });

    it("go to actions of one commit, with its version beside it", () => {
        for (const { id, step } of steps) {
            if (step.uses === undefined || step.uses.startsWith("./")) continue;
            assert.match(step.uses, /^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/, `${id}: ${step.uses}`);
        }
        const files = [...workflows.map(({ text }) => text)];
        for (const line of files.flatMap((text) => text.match(/uses: .*@.*/g) ?? []))
            assert.match(line, / # v\d+\.\d+\.\d+$/);
    });

    it("are those that infra/bootstrap gives: tokens of pull requests, of the branch, and of the environment", () => {
        for (const { id, job } of jobs) {
            const stack = /^deploy\/(dev|prod)$/.exec(id)?.[1];
            assert.equal(job.environment, stack, id);
        }
        assert.deepEqual(Object.keys(workflow("preview").on), ["pull_request"]);
        assert.deepEqual(Object.keys(workflow("drift").on), ["schedule", "workflow_dispatch"]);
    });

    it("are for the regions in which the accounts are", () => {
        for (const { id, job } of jobs) {
            for (const { stack = "", key, region } of job.strategy?.matrix.include ?? []) {
                assert.equal(region, regionOf(stack), id);
                assert.equal(key, stack.toUpperCase(), id);
            }
            const [, stack] = /^deploy\/(dev|prod)$/.exec(id) ?? [];
            const login = job.steps?.find(({ uses }) => CLOUD_ROLES.test(uses ?? ""));
            if (stack) assert.equal(login?.with?.["aws-region"], regionOf(stack), id);
        }
    });
});

describe("what a workflow does at a time", () => {
    it("is one for each stack where it works on the stack", () => {
        const groups = jobs
            .filter(({ job }) => job.permissions?.["id-token"] === "write" || job.environment)
            .map(({ id, job, workflow: of }) => `${id} ${(job.concurrency ?? of.concurrency)?.group}`)
            .map((group) => group.replace(/\$\{\{ (.*?) \}\}/g, "($1)"));
        assert.deepEqual(groups, [
            "deploy/dev deploy-dev",
            "deploy/prod deploy-prod",
            "drift/look drift-(matrix.stack)",
            "preview/live preview-(github.event.pull_request.number)",
        ]);
    });

    it("is never broken off while a stack is being updated", () => {
        for (const { id, job } of jobs.filter(({ job: { environment } }) => environment)) {
            assert.equal(job.concurrency?.["cancel-in-progress"], false, id);
        }
    });

    it("has an end of its own", () => {
        for (const { id, job } of jobs) assert.ok(job.uses !== undefined || (job["timeout-minutes"] ?? 0) > 0, id);
    });
});

describe("a deployment", () => {
    it("waits for the checks of its own commit, and prod for dev", () => {
        const { dev, prod, checks } = workflow("deploy").jobs;
        assert.equal(checks?.uses, "./.github/workflows/checks.yml");
        assert.deepEqual([dev?.needs, prod?.needs], [["checks"], ["checks", "dev"]]);
        assert.ok("workflow_call" in workflow("checks").on);
        // A condition that says always() or !cancelled() would go on after a check that failed.
        for (const job of [dev, prod]) assert.equal(job?.if, "vars.CLOUDS == 'connected'");
    });

    it("asks every environment's guardrails before anything logs in", () => {
        for (const stack of ["dev", "prod"]) {
            const all = workflow("deploy").jobs[stack]?.steps ?? [];
            const offline = all.findIndex(({ run }) => run === `npm run preview -- --stack ${stack} --offline`);
            const login = all.findIndex(({ uses }) => CLOUD_ROLES.test(uses ?? ""));
            const update = all.findIndex(
                ({ run }) => run === `npm run up -- --stack ${stack} --yes --markdown report/up.md`,
            );
            assert.ok(offline >= 0 && offline < login && login < update, stack);
            const before = all.slice(0, update + 1);
            for (const step of before) assert.equal(step.if, undefined, "a step would go on after one that failed");
        }
    });
});

describe("code owners", () => {
    const lines = readFileSync(path.join(paths.root, ".github", "CODEOWNERS"), "utf8").split("\n");
    const rules = lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.split(/\s+/));

    for (const place of [
        "/policies/",
        "/policies/exceptions.yaml",
        "/operations/drift/ignores.yaml",
        "/infra/bootstrap/",
        "/.github/",
        "/stacks/",
    ]) {
        it(`guard ${place}`, () => {
            const [, ...owners] = rules.find(([pattern]) => pattern === place) ?? [];
            assert.ok(owners.length > 0 && owners.every((owner) => /^@[\w-]+\/[\w-]+$/.test(owner)));
        });
    }
});

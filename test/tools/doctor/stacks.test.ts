import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { accountsOf } from "../../../tools/doctor/accounts.mjs";
import type { Patient } from "../../../tools/doctor/finding.mjs";
import { localCloudOf } from "../../../tools/doctor/local-cloud.mjs";
import { projectOf } from "../../../tools/doctor/project.mjs";
import { stateOf } from "../../../tools/doctor/state.mjs";
import { requireKnownStack } from "../../../tools/pulumi/stacks.mjs";
import { engineStep } from "../../../tools/setup/engine/choose.mjs";
import { contextFor } from "../support/context.ts";
import { write } from "../support/repository.ts";
import { removeTemporaryFolders } from "../support/temporary.ts";
import { failing, patient } from "./patient.ts";

const URN = "urn:pulumi:local::compliance-platform::aws:sqs/queue:Queue::bulk";

/** A program that answers so, in place of the engine or az. */
function answering(code: number, text: string): Patient["run"] {
    return async () => ({ code, stdout: text, lines: text });
}

describe("what the doctor says of names", () => {
    afterEach(removeTemporaryFolders);

    it("is nothing where all is in order", async () => {
        assert.equal(failing(await projectOf(patient())), "");
    });

    it("names a project that was renamed, and why that goes nowhere", async () => {
        const one = patient();
        write(path.join(one.at.root, "Pulumi.yaml"), 'name: "fraud-platform" # ours\n');
        assert.match(
            failing(await projectOf(one)),
            /Pulumi\.yaml calls it fraud-platform.*Call it compliance-platform again/,
        );
    });

    it("names a stack with a dot, which nothing finds, and a name that does", async () => {
        const one = patient();
        write(path.join(one.at.root, "Pulumi.eu.prod.yaml"), "config: {}\n");
        assert.match(
            failing(await projectOf(one)),
            /Pulumi\.eu\.prod\.yaml is read by nobody.*\$ git mv Pulumi\.eu\.prod\.yaml Pulumi\.eu-prod\.yaml/,
        );
        assert.throws(
            () => requireKnownStack(one.at, "eu.prod"),
            /"eu\.prod" cannot be the name of a stack: it has letters, digits, _ and - only/,
        );
    });

    it("names settings that have no shape", async () => {
        const one = patient();
        fs.rmSync(path.join(one.at.root, "stacks", "prod.ts"));
        assert.match(failing(await projectOf(one)), /stacks\/prod\.ts, its shape and size, is missing/);
    });
});

describe("what the doctor says of an update that was killed", () => {
    afterEach(removeTemporaryFolders);

    function local(resources: object[], pending: object[] = []) {
        const one = patient();
        write(path.join(one.at.store, "local", "Queue-bulk.1.2.json"), JSON.stringify({ urn: URN }));
        const latest = { resources, pending_operations: pending };
        const file = path.join(one.at.state, ".pulumi", "stacks", "compliance-platform", "local.json");
        write(file, JSON.stringify({ checkpoint: { latest } }));
        return one;
    }

    it("in the local cloud is what is half-made, and how to begin anew", async () => {
        assert.match(
            failing(await localCloudOf(local([]))),
            /killed: Queue::bulk is half-made.*"already exists".*\$ rm -r \.platform\/state \.platform\/store/,
        );
        const pending = [{ type: "creating", resource: { urn: URN } }];
        assert.match(failing(await localCloudOf(local([{ urn: URN }], pending))), /Queue::bulk is half-made/);
    });

    it("is nothing where store and state agree", async () => {
        assert.equal(failing(await localCloudOf(local([{ urn: URN }]))), "");
        assert.deepEqual(await localCloudOf(patient()), []);
    });

    it("is nothing while npm start runs, which writes its state at the end", async () => {
        const one = local([]);
        write(one.at.servicesFile, JSON.stringify({ pid: process.pid }));
        assert.equal(failing(await localCloudOf(one)), "");
    });

    async function prod(run: Patient["run"]) {
        const one = patient({ stack: "prod", run });
        one.repository.fake("pulumi", "echo v3.228.0");
        await engineStep.make(contextFor(one.repository));
        return failing(await stateOf(one));
    }

    it("in an account is what is pending, with both ways out and the lock", async () => {
        const deployment = {
            resources: [],
            pending_operations: [{ type: "creating", resource: { urn: URN.replace("local", "prod") } }],
        };
        const said = await prod(answering(0, JSON.stringify({ version: 3, deployment })));
        assert.match(said, /an update of prod was killed: nobody knows what became of creating Queue::bulk/);
        assert.match(said, /\$ npm run pulumi -- refresh --stack prod --import-pending-creates URN ID/);
        assert.match(said, /\$ npm run pulumi -- refresh --stack prod --clear-pending-creates/);
        assert.match(said, /\$ npm run pulumi -- cancel --stack prod/);
    });

    it("is nothing where nothing is pending, and no fault where the stack is yet to begin", async () => {
        assert.equal(await prod(answering(0, JSON.stringify({ deployment: { resources: [{ urn: URN }] } }))), "");
        assert.equal(await prod(answering(255, "error: no stack named 'prod' found")), "");
    });

    it("is why the state cannot be read, when it cannot", async () => {
        assert.match(
            await prod(answering(255, "error: could not list bucket: AccessDenied")),
            /state: of prod cannot be read: error: could not list bucket: AccessDenied/,
        );
    });
});

describe("what the doctor says of credentials", () => {
    afterEach(removeTemporaryFolders);
    const canary = "canary-secret-4711";

    it("is what is missing for the accounts of the stack, and how to log in", async () => {
        const said = failing(await accountsOf(patient({ stack: "prod" })));
        assert.match(said, /aws: no credentials for prod, account 222222222222 \| \$ aws sso login/);
        assert.match(said, /azure: no credentials for prod: az is not on PATH.*\$ az login/);
        assert.deepEqual(await accountsOf(patient({ stack: "local" })), []);
    });

    it("is that a login is of another account", async () => {
        const one = patient({ stack: "prod", run: answering(0, "11111110-1111-4111-8111-111111111111\n") });
        one.repository.fake("az", "exit 1");
        assert.match(
            failing(await accountsOf(one)),
            /azure: login of az: subscription 11111110-1111-4111-8111-111111111111, but prod is in 22222220-2222-4222-8222-222222222222 \| \$ az account set --subscription 22222220/,
        );
    });

    it("is that a pipeline's token needs the identity that it is for", async () => {
        const one = patient({ stack: "prod" });
        Object.assign(one.env, { ARM_USE_OIDC: "true" });
        assert.match(
            failing(await accountsOf(one)),
            /a token \(ARM_USE_OIDC\) without ARM_CLIENT_ID \| Set ARM_CLIENT_ID\./,
        );
        Object.assign(one.env, { ARM_CLIENT_ID: "33333333-3333-4333-8333-333333333333" });
        assert.doesNotMatch(failing(await accountsOf(one)), /azure/);
    });

    it("shows no key and no secret", async () => {
        const one = patient({ stack: "prod" });
        for (const name of [
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_PROFILE",
            "ARM_CLIENT_SECRET",
            "ARM_CLIENT_ID",
        ]) {
            one.env[name] = canary;
        }
        write(path.join(one.at.nodeModules, ".package-lock.json"), "{}");
        const said = JSON.stringify(await accountsOf(one));
        assert.ok(said.includes("credentials in AWS_ACCESS_KEY_ID") && !said.includes(canary), said);
    });
});

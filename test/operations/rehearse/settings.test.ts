import assert from "node:assert/strict";
import { settings } from "../../../operations/rehearse/checks/settings.ts";
import { failing, said } from "./said.ts";
import { judged, theSituation } from "./situation.ts";

describe("the rehearsal of settings", () => {
    it("names each value that is still the example's", async () => {
        const lines = failing(await said(settings));
        for (const line of [
            /Pulumi\.prod\.yaml: aws:allowedAccountIds\[0\] is 222222222222, an account of the example/,
            /azure-native:tenantId is 22222222-2222-4222-8222-222222222222, an id of the example/,
            /alertSubscriptions\.fraud\[0\]\.endpoint is fraud-desk-prod@bank\.example, an address of \.example/,
            /infra\/bootstrap\/Pulumi\.prod\.yaml: compliance-platform-bootstrap:repository is bank-example@/,
        ]) {
            assert.ok(
                lines.some((one) => line.test(one)),
                `${line} in\n${lines.join("\n")}`,
            );
        }
    });

    it("lets values of a bank's own pass", async () => {
        const own = {
            "aws:region": "eu-west-1",
            "aws:allowedAccountIds": ["471923806155"],
            "azure-native:location": "westeurope",
            "azure-native:tenantId": "0f2c9d4e-61b7-4a83-9c55-d0a1e7b3f426",
            "azure-native:subscriptionId": "9be47a10-2d3c-4f68-8e21-57c6a0d9b384",
        };
        const backend = "s3://compliance-platform-state-471923806155?region=eu-west-1";
        const state = await judged("bootstrap");
        const resources = state.resources.map((one) =>
            one.name === "state" && /Bucket$/.test(one.type)
                ? { ...one, inputs: { bucket: "compliance-platform-state-471923806155" } }
                : one,
        );
        const lines = await said(settings, {
            config: { ...own, "compliance-platform:stateBackend": backend },
            bootstrapConfig: own,
            bootstrap: async () => ({ ...state, resources }),
        });
        assert.deepEqual(failing(lines), []);
        assert.match(lines.join(), /^done: .*are complete$/);
    });

    it("names what the two files say differently, and a state that lies elsewhere", async () => {
        const { config } = theSituation();
        const lines = await said(settings, {
            config: { ...config, "aws:region": "eu-central-1", "compliance-platform:stateBackend": "s3://other" },
        });
        assert.ok(
            lines.some((one) =>
                /bootstrap\/Pulumi\.prod\.yaml: aws:region is "eu-west-1", but "eu-central-1"/.test(one),
            ),
        );
        assert.ok(
            lines.some((one) => /stateBackend is "s3:\/\/other" \| Write s3:\/\/compliance-platform-state-/.test(one)),
        );
    });

    it("names a file of bootstrap that is missing", async () => {
        assert.match(
            (await said(settings, { bootstrapConfig: undefined })).join(),
            /infra\/bootstrap\/Pulumi\.prod\.yaml is missing/,
        );
    });

    it("tells each fault that the program finds, with its value and what is right", async () => {
        const { report, resources } = await judged("platform");
        const error =
            '2 faults in the settings of the stack "prod":\n  Pulumi.prod.yaml: aws:region is missing; it must be an AWS region\n' +
            "  stacks/prod.ts: records.lockDays is 0; it must be a whole number of days from 1 to 36500";
        const lines = failing(
            await said(settings, { platform: async () => ({ report: { ...report, errors: [error] }, resources }) }),
        );
        assert.deepEqual(lines.slice(0, 2), [
            "fails: Pulumi.prod.yaml: aws:region is missing | Write an AWS region.",
            "fails: stacks/prod.ts: records.lockDays is 0 | Write a whole number of days from 1 to 36500.",
        ]);
    });
});

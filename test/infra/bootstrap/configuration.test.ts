import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { bootstrapConfiguration } from "../../../infra/bootstrap/configuration.ts";
import { settingsOf } from "../../../stacks/settings-of.ts";

describe("the configuration of what exists before the stack", () => {
    afterEach(() => pulumi.runtime.setAllConfig({}));

    it("takes account and region from its own file, the rest from the settings of the stack", () => {
        pulumi.runtime.setAllConfig({ "aws:region": "eu-west-1", "aws:allowedAccountIds": '["123456789012"]' });
        const { tags, retention } = settingsOf("prod");
        assert.deepEqual(bootstrapConfiguration("prod"), {
            accountId: "123456789012",
            region: "eu-west-1",
            olderVersionDays: 400,
            accessLogDays: retention.accessLogDays,
            tags: { environment: "prod", ...tags },
        });
    });

    it("tells of all faults together, with the file to correct", () => {
        pulumi.runtime.setAllConfig({ "aws:region": "Dublin", "aws:allowedAccountIds": "123" });
        assert.throws(() => bootstrapConfiguration("prod"), {
            message: [
                "In infra/bootstrap/Pulumi.prod.yaml:",
                '  aws:region is "Dublin"; it must be an AWS region such as eu-west-1',
                "  aws:allowedAccountIds is 123; it must be a list of exactly one AWS account, 12 digits in quotes",
            ].join("\n"),
        });
    });
});

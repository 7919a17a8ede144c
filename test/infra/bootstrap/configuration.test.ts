import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";
import { bootstrapConfiguration, PROJECT } from "../../../infra/bootstrap/configuration.ts";
import { settingsOf } from "../../../stacks/settings-of.ts";
import { paths } from "../../../tools/paths.mjs";

const written = {
    "aws:region": "eu-west-1",
    "aws:allowedAccountIds": '["123456789012"]',
    "azure-native:location": "westeurope",
    "azure-native:tenantId": "11111111-1111-4111-8111-111111111111",
    "azure-native:subscriptionId": "22222222-2222-4222-8222-222222222222",
    "compliance-platform-bootstrap:repository": "bank@1/platform@2",
    "compliance-platform-bootstrap:branch": "main",
    "compliance-platform-bootstrap:ownsGithubProvider": "true",
    "compliance-platform-bootstrap:identityGroup": "delivery",
    "compliance-platform-bootstrap:resourceGroups": '["exchange1"]',
};

describe("the configuration of what exists before the stack", () => {
    afterEach(() => pulumi.runtime.setAllConfig({}));

    it("takes who and where from its own file, the rest from the settings of the stack", () => {
        pulumi.runtime.setAllConfig(written);
        const { tags: own, retention } = settingsOf("prod");
        const tags = { environment: "prod", ...own };
        const pipelines = { repository: "bank@1/platform@2", branch: "main", environment: "prod", tags };
        const at = { accountId: "123456789012", region: "eu-west-1" };
        assert.deepEqual(bootstrapConfiguration("prod"), {
            state: { ...at, olderVersionDays: 400, accessLogDays: retention.accessLogDays, tags },
            roles: { ...at, ...pipelines, regions: ["eu-west-1"], project: PROJECT, ownsProvider: true },
            identities: {
                ...pipelines,
                location: "westeurope",
                subscriptionId: "22222222-2222-4222-8222-222222222222",
                identityGroup: "delivery",
                resourceGroups: ["exchange1"],
            },
        });
    });

    it("takes a repository without ids, and an account whose trust in GitHub another stack owns", () => {
        const repository = "bank/platform";
        pulumi.runtime.setAllConfig({
            ...written,
            "compliance-platform-bootstrap:repository": repository,
            "compliance-platform-bootstrap:ownsGithubProvider": "false",
        });
        const { roles } = bootstrapConfiguration("prod");
        assert.deepEqual([roles.repository, roles.ownsProvider], [repository, false]);
    });

    it("tells of all faults together, with the file to correct", () => {
        pulumi.runtime.setAllConfig({
            "aws:region": "Dublin",
            "aws:allowedAccountIds": "123",
            "azure-native:location": "west europe",
            "azure-native:tenantId": "none",
            "compliance-platform-bootstrap:repository": "bank/*",
            "compliance-platform-bootstrap:branch": "release/*",
            "compliance-platform-bootstrap:ownsGithubProvider": "yes",
            "compliance-platform-bootstrap:identityGroup": "ends with a dot.",
            "compliance-platform-bootstrap:resourceGroups": "exchange1",
        });
        const own = "compliance-platform-bootstrap";
        assert.throws(() => bootstrapConfiguration("prod"), {
            message: [
                "In infra/bootstrap/Pulumi.prod.yaml:",
                'aws:region is "Dublin"; it must be an AWS region such as eu-west-1',
                'aws:allowedAccountIds is "123"; it must be a list of exactly one AWS account, 12 digits in quotes',
                'azure-native:location is "west europe"; it must be an Azure location such as westeurope',
                'azure-native:tenantId is "none"; it must be a GUID in small letters',
                "azure-native:subscriptionId is missing; it must be a GUID in small letters",
                `${own}:repository is "bank/*"; it must be owner and repository as GitHub's tokens name them, such as bank@1234/platform@5678, or bank/platform`,
                `${own}:branch is "release/*"; it must be the name of a branch, such as main`,
                `${own}:ownsGithubProvider is "yes"; it must be true or false`,
                `${own}:identityGroup is "ends with a dot."; it must be the name of a resource group on Azure`,
                `${own}:resourceGroups is "exchange1"; it must be a list of names of resource groups, which may be empty`,
            ].join("\n  "),
        });
    });

    it("names the project whose state it keeps", () => {
        assert.equal(parse(readFileSync(join(paths.root, "Pulumi.yaml"), "utf8")).name, PROJECT);
    });

    for (const stack of ["dev", "prod"]) {
        it(`is about the same accounts as the platform's Pulumi.${stack}.yaml`, () => {
            const of = (...at: string[]) =>
                parse(readFileSync(join(paths.root, ...at, `Pulumi.${stack}.yaml`), "utf8")).config;
            const [own, platform] = [of("infra", "bootstrap"), of()];
            const shared = Object.keys(own).filter((key) => /^(aws|azure-native):/.test(key));
            assert.equal(shared.length, 5);
            for (const key of shared) assert.deepEqual(own[key], platform[key], key);
        });
    }
});

import assert from "node:assert/strict";
import type { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import type { StateResource } from "../../../../operations/drift/state/deployment.ts";
import { AwsTagged } from "../../../../operations/drift/unmanaged/aws-tagged.ts";
import { AzureTagged } from "../../../../operations/drift/unmanaged/azure-tagged.ts";
import type { Finder } from "../../../../operations/drift/unmanaged/tagged.ts";
import { sightAfter } from "../support/drill.ts";
import { prodState } from "../support/prod-state.ts";
import { run } from "../support/reports.ts";

const STRAY = "arn:aws:sqs:eu-west-1:222222222222:by-hand";
const finder = (...ids: string[]): Finder => ({
    cloud: "AWS",
    find: async () => ids.map((id) => ({ id, type: "sqs", cloud: "AWS" })),
});

describe("what carries the platform's tags and no stack manages", () => {
    let state: readonly StateResource[];
    before(async () => {
        state = await prodState();
    });
    const report = async (...finders: Finder[]) => (await run({ sight: sightAfter(state, []), finders })).report;

    it("is a finding", async () => {
        const { exitCode, findings } = await report(finder(STRAY));
        assert.equal(exitCode, 2);
        assert.deepEqual(
            findings.map(({ kind, id, severity, title }) => [kind, id, severity, title]),
            [["unmanaged", STRAY, "medium", "sqs by-hand is managed by no stack"]],
        );
    });

    it("is nothing of what the state has, by ARN, by id or by name, in any case", async () => {
        const ids = state.flatMap(({ type, id = "", outputs: { arn } = {} }) => {
            const pipeline =
                type === "aws:datapipeline/pipeline:Pipeline"
                    ? [`arn:aws:datapipeline:eu-west-1:222222222222:pipeline/${id}`]
                    : [];
            const azure = type.startsWith("azure-native:") ? [id.toUpperCase()] : [];
            return [...(typeof arn === "string" ? [arn] : []), ...pipeline, ...azure];
        });
        assert.ok(ids.length > 200, String(ids.length));
        assert.deepEqual((await report(finder(...ids))).findings, []);
    });

    it("is nothing that a promotion of the model makes", async () => {
        const made = ["model", "endpoint-config"].map(
            (kind) => `arn:aws:sagemaker:eu-west-1:222222222222:${kind}/compliance-prod-fraud-v7-0a1b2c3d`,
        );
        assert.deepEqual((await report(finder(...made))).findings, []);
        const strange = "arn:aws:sagemaker:eu-west-1:222222222222:endpoint-config/compliance-prod-fraud-v7";
        assert.equal((await report(finder(strange))).findings.length, 1);
    });

    it("cannot be told where a cloud may not be asked: then the run does not end with 0, and shows the others", async () => {
        const denied: Finder = {
            cloud: "Azure",
            find: () => Promise.reject(Object.assign(new Error("no Reader"), { name: "Forbidden" })),
        };
        const { exitCode, findings, untold } = await report(denied, finder(STRAY));
        assert.equal(exitCode, 1);
        assert.equal(findings.length, 1);
        assert.deepEqual(untold, ["Azure: what nobody manages could not be listed: Forbidden: no Reader"]);
    });

    it("is listed by the tagging API in every region that is meant, on every page", async () => {
        const asked: [string, GetResourcesCommand["input"]][] = [];
        const taggingOf = (region: string) => ({
            send: (async ({ input }: GetResourcesCommand) => {
                asked.push([region, input]);
                const first = input.PaginationToken === undefined && region === "eu-west-1";
                const ResourceARN = `arn:aws:lambda:${region}:222222222222:function:f${asked.length}`;
                return { ResourceTagMappingList: [{ ResourceARN }], PaginationToken: first ? "more" : "" };
            }) as unknown as ResourceGroupsTaggingAPIClient["send"],
        });
        const aws = new AwsTagged(taggingOf, ["eu-west-1", "us-east-1", "us-east-1"]);
        const found = await aws.find({ platform: "compliance-platform", environment: "prod" });
        assert.deepEqual(
            found.map(({ id, type }) => [id.split(":").at(-1), type]),
            [
                ["f1", "lambda function"],
                ["f2", "lambda function"],
                ["f3", "lambda function"],
            ],
        );
        assert.deepEqual(asked[1]?.[1], {
            TagFilters: [
                { Key: "platform", Values: ["compliance-platform"] },
                { Key: "environment", Values: ["prod"] },
            ],
            PaginationToken: "more",
        });
        assert.deepEqual(
            asked.map(([region]) => region),
            ["eu-west-1", "eu-west-1", "us-east-1"],
        );
    });

    it("is listed by Azure Resource Graph, on every page", async () => {
        const asked: { query?: string; options?: { $skipToken?: string } }[] = [];
        const azure = new AzureTagged(async (_, body) => {
            asked.push(body ?? {});
            const $skipToken = asked.length === 1 ? "more" : undefined;
            return { data: [{ id: `/subscriptions/s/${asked.length}`, type: "microsoft.x" }], $skipToken };
        }, "s");
        const found = await azure.find({ platform: "it's", environment: "prod" });
        assert.deepEqual(
            found.map(({ id }) => id),
            ["/subscriptions/s/1", "/subscriptions/s/2"],
        );
        assert.match(asked[0]?.query ?? "", /tags\['platform'\] =~ 'it\\'s' and tags\['environment'\] =~ 'prod'/);
        assert.equal(asked[1]?.options?.$skipToken, "more");
    });
});

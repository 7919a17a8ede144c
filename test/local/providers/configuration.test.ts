import assert from "node:assert/strict";
import { secret } from "../../../local/store/signatures.ts";
import { startProvider } from "./support/provider-client.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { QUEUE, urnOf } from "./support/urns.ts";

describe("the configuration of the aws stand-in", () => {
    const folder = temporaryFolder();
    let provider: Awaited<ReturnType<typeof startProvider>>;
    beforeEach(async () => {
        provider = await startProvider({ storeRoot: folder.path, config: {} });
    });
    afterEach(() => provider.stop());

    const arn = async () => (await provider.create(urnOf(QUEUE, "q"), { name: "q" }, true)).outputs.arn;

    it("falls back to an account and a region that nobody mistakes for real ones", async () => {
        assert.equal(await arn(), "arn:aws:sqs:us-east-1:123456789012:q");
    });

    it("takes account and region, also as JSON text and secret", async () => {
        await provider.configure({ region: secret("eu-west-1"), allowedAccountIds: '["111122223333"]' });
        assert.equal(await arn(), "arn:aws:sqs:eu-west-1:111122223333:q");
    });

    it("knows the partition of a region", async () => {
        await provider.configure({ region: "cn-north-1" });
        const { outputs } = await provider.create(urnOf(QUEUE, "q"), { name: "q" }, true);
        assert.equal(outputs.arn, "arn:aws-cn:sqs:cn-north-1:123456789012:q");
        assert.equal(outputs.url, "https://sqs.cn-north-1.amazonaws.com.cn/123456789012/q");
    });

    it("puts the provider's tags beside those of a resource, which win", async () => {
        await provider.configure({ defaultTags: '{"tags":{"team":"x","owner":"all"}}' });
        const { outputs } = await provider.create(urnOf(QUEUE, "q"), { name: "q", tags: { owner: "me" } }, true);
        assert.deepEqual(outputs.tagsAll, { team: "x", owner: "me" });
        assert.deepEqual(outputs.tags, { owner: "me" });
    });

    it("refuses what cannot be a region or an account", async () => {
        assert.deepEqual(
            await provider.checkConfig({ region: "eu-west-1", allowedAccountIds: '["111122223333"]' }),
            [],
        );
        const found = await provider.checkConfig({ region: "Ireland", allowedAccountIds: '["1"]' });
        assert.equal(found.length, 2);
        assert.match(found[0] ?? "", /^region must be an AWS region such as eu-west-1/);
        assert.match(found[1] ?? "", /^allowedAccountIds\[0\] must be an account id of 12 digits/);
    });

    it("answers who and where the program is", async () => {
        await provider.configure({ region: "eu-west-1", allowedAccountIds: '["111122223333"]' });
        const caller = await provider.invoke("aws:index/getCallerIdentity:getCallerIdentity");
        assert.equal(caller.accountId, "111122223333");
        assert.equal((await provider.invoke("aws:index/getRegion:getRegion")).region, "eu-west-1");
        const other = await provider.invoke("aws:index/getRegion:getRegion", { region: "eu-central-1" });
        assert.equal(other.region, "eu-central-1");
        assert.equal((await provider.invoke("aws:index/getPartition:getPartition")).partition, "aws");
        const zones = (args = {}) => provider.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", args);
        assert.deepEqual((await zones()).names, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
        const tokyo = await zones({ region: "ap-northeast-1" });
        assert.deepEqual(tokyo.names, ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"]);
    });
});

describe("the configuration of the azure-native stand-in", () => {
    const folder = temporaryFolder();
    const config = { subscriptionId: "11111111-1111-4111-a111-111111111111", location: "westeurope" };
    let provider: Awaited<ReturnType<typeof startProvider>>;
    beforeEach(async () => {
        provider = await startProvider({ storeRoot: folder.path, provider: "azure-native", config });
    });
    afterEach(() => provider.stop());

    it("gives ids their subscription and resources their location", async () => {
        const urn = urnOf("azure-native:resources:ResourceGroup", "platform");
        const { inputs } = await provider.check(urn, { resourceGroupName: "platform" });
        assert.equal(inputs.location, "westeurope");
        const { id } = await provider.create(urn, inputs, true);
        assert.equal(id, `/subscriptions/${config.subscriptionId}/resourceGroups/platform`);
    });

    it("refuses ids that are no GUIDs", async () => {
        const found = await provider.checkConfig({ subscriptionId: "mine", tenantId: "1" });
        assert.equal(found.length, 2);
    });

    it("answers whose client the program is", async () => {
        const client = await provider.invoke("azure-native:authorization:getClientConfig");
        assert.equal(client.subscriptionId, config.subscriptionId);
    });
});

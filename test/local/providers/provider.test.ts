import assert from "node:assert/strict";
import { Store } from "../../../local/store/store.ts";
import { startProvider } from "./support/provider-client.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { BUCKET, QUEUE, urnOf } from "./support/urns.ts";

const urn = urnOf(QUEUE, "bulk");

describe("a stand-in provider", () => {
    const folder = temporaryFolder();
    let provider: Awaited<ReturnType<typeof startProvider>>;
    beforeEach(async () => {
        provider = await startProvider({ storeRoot: folder.path });
    });
    afterEach(() => provider.stop());

    const stored = () => new Store(folder.path, "dev").list();

    it("takes secrets and previews", async () => {
        const response = await provider.configure({});
        assert.equal(response.getAcceptsecrets(), true);
        assert.equal(response.getSupportspreview(), true);
    });

    it("fills in defaults and a name, the same each time", async () => {
        const { inputs, failures } = await provider.check(urn, { delaySeconds: 3 });
        assert.deepEqual(failures, []);
        assert.match(String(inputs.name), /^bulk-[0-9a-f]{7}$/);
        assert.equal(inputs.delaySeconds, 3);
        assert.equal(inputs.visibilityTimeoutSeconds, 30);
        assert.deepEqual((await provider.check(urn, { delaySeconds: 3 })).inputs, inputs);
    });

    it("predicts the same outputs in a preview as it creates, and stores nothing in the preview", async () => {
        const { inputs } = await provider.check(urn, {});
        const previewed = await provider.create(urn, inputs, true);
        assert.deepEqual(await stored(), []);
        const created = await provider.create(urn, inputs);
        assert.deepEqual(previewed, created);
        assert.equal(created.outputs.arn, `arn:aws:sqs:eu-west-1:111122223333:${inputs.name}`);
        assert.equal(created.id, `https://sqs.eu-west-1.amazonaws.com/111122223333/${inputs.name}`);
    });

    it("keeps the made name over an update", async () => {
        const { inputs } = await provider.check(urn, {});
        await provider.create(urn, inputs);
        const next = await provider.check(urn, { delaySeconds: 9 }, inputs);
        assert.equal(next.inputs.name, inputs.name);
        assert.deepEqual((await provider.diff(urn, inputs, next.inputs)).kinds, { delaySeconds: "UPDATE" });
    });

    it("reads what the store holds, and that a resource is gone", async () => {
        const { inputs } = await provider.check(urn, { delaySeconds: 3 });
        const { id, outputs } = await provider.create(urn, inputs);
        assert.deepEqual(await provider.read(urn, id), { id, inputs, outputs });
        await provider.delete(urn, id);
        assert.equal((await provider.read(urn, id)).id, "");
        await provider.delete(urn, id);
    });

    it("updates in place and drops outputs of inputs that are gone", async () => {
        const { inputs } = await provider.check(urn, { tags: { a: "1" } });
        const { id } = await provider.create(urn, inputs);
        const next = (await provider.check(urn, {}, inputs)).inputs;
        assert.equal((await provider.update(urn, id, next, true)).tags, undefined);
        assert.deepEqual((await stored())[0]?.outputs.tags, { a: "1" });
        assert.equal((await provider.update(urn, id, next)).tags, undefined);
        assert.deepEqual((await stored())[0]?.inputs, next);
    });

    it("says what to do when an update finds nothing", async () => {
        const { inputs } = await provider.check(urn, {});
        await assert.rejects(provider.update(urn, "gone", inputs), /gone is no longer in the local cloud: run refresh/);
    });

    it("gives a replacement another name and id, so that both can exist", async () => {
        const key = urnOf("aws:kms/key:Key", "data");
        const [first, alias] = [await provider.create(key, {}), urnOf("aws:kms/alias:Alias", "data")];
        const second = await provider.create(key, {});
        assert.notEqual(first.id, second.id);
        const old = (await provider.check(alias, { targetKeyId: first.id })).inputs;
        await provider.create(alias, old);
        const replacement = (await provider.check(alias, { targetKeyId: first.id })).inputs;
        assert.notEqual(replacement.name, old.name);
        await provider.create(alias, replacement);
        assert.equal((await stored()).length, 4);
    });

    it("refuses a name that another resource has", async () => {
        const { inputs } = await provider.check(urnOf(BUCKET, "one"), { bucket: "taken" });
        await provider.create(urnOf(BUCKET, "one"), inputs);
        await assert.rejects(
            provider.create(urnOf(BUCKET, "two"), inputs),
            /taken already exists in the local cloud, as .*::one/,
        );
    });

    it("follows a resource that an alias renames, and leaves its ids alone", async () => {
        const key = urnOf("aws:kms/key:Key", "data");
        const created = await provider.create(key, {});
        const renamed = urnOf("aws:kms/key:Key", "renamed");
        const outputs = await provider.update(renamed, created.id, { description: "x" });
        assert.deepEqual(outputs, { ...created.outputs, description: "x" });
        assert.deepEqual(
            (await stored()).map((resource) => resource.urn),
            [renamed],
        );
        assert.deepEqual(await provider.update(renamed, created.id, { description: "x" }), outputs);
    });

    it("names the file to extend for a type it does not know", async () => {
        const unknown = urnOf("aws:glue/crawler:Crawler", "x");
        const says =
            /does not know the type aws:glue\/crawler:Crawler: add it to local\/providers\/types\/aws\/glue\.ts/;
        assert.match((await provider.check(unknown, {})).failures[0] ?? "", says);
        await assert.rejects(provider.create(unknown, {}), says);
        await assert.rejects(provider.diff(unknown, {}, {}), says);
    });

    it("names the call it cannot answer", async () => {
        await assert.rejects(provider.invoke("aws:ec2/getAmi:getAmi"), /cannot answer aws:ec2\/getAmi:getAmi/);
    });

    it("keeps each stack apart", async () => {
        await provider.create(urn, { name: "bulk" });
        await provider.create(urn.replace(":dev:", ":prod:"), { name: "bulk" });
        assert.equal((await stored()).length, 1);
        assert.equal((await new Store(folder.path, "prod").list()).length, 1);
    });

    it("takes a resource with megabytes of inline text", async () => {
        const text = "x".repeat(8 * 1024 * 1024);
        const { outputs } = await provider.create(urn, { name: "bulk", description: text });
        assert.equal(outputs.description, text);
    });

    it("loses none of 300 resources created at once", async () => {
        const urns = Array.from({ length: 300 }, (_, index) => urnOf(QUEUE, `queue-${index}`));
        const created = await Promise.all(
            urns.map(async (each) => provider.create(each, (await provider.check(each, {})).inputs)),
        );
        assert.equal(new Set(created.map(({ id }) => id)).size, 300);
        assert.deepEqual((await stored()).map((resource) => resource.urn).sort(), urns.sort());
    });
});

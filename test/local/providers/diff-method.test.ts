import assert from "node:assert/strict";
import { startProvider } from "./support/provider-client.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { BUCKET, QUEUE, urnOf } from "./support/urns.ts";

describe("the diff of a stand-in provider", () => {
    const folder = temporaryFolder();
    let provider: Awaited<ReturnType<typeof startProvider>>;
    beforeEach(async () => {
        provider = await startProvider({ storeRoot: folder.path });
    });
    afterEach(() => provider.stop());

    it("changes nothing between two checks of the same inputs", async () => {
        const urn = urnOf(QUEUE, "bulk");
        const { inputs: olds } = await provider.check(urn, { tags: { a: "1" } });
        const { inputs: news } = await provider.check(urn, { tags: { a: "1" } }, olds);
        const { changed, kinds, replaces } = await provider.diff(urn, olds, news);
        assert.deepEqual({ changed, kinds, replaces }, { changed: false, kinds: {}, replaces: [] });
    });

    it("tells which properties replace the resource", async () => {
        const urn = urnOf(QUEUE, "bulk");
        const olds = (await provider.check(urn, {})).inputs;
        const news = (await provider.check(urn, { region: "eu-central-1", delaySeconds: 4 }, olds)).inputs;
        const { kinds, replaces, deleteFirst } = await provider.diff(urn, olds, news);
        assert.deepEqual(kinds, { region: "ADD_REPLACE", delaySeconds: "UPDATE" });
        assert.deepEqual(replaces, ["region"]);
        assert.equal(deleteFirst, false);
    });

    it("deletes first when the program gave the name, since it cannot exist twice", async () => {
        const urn = urnOf(BUCKET, "landing");
        const olds = (await provider.check(urn, { bucket: "given" })).inputs;
        const locked = (await provider.check(urn, { bucket: "given", objectLockEnabled: true }, olds)).inputs;
        assert.equal((await provider.diff(urn, olds, locked)).deleteFirst, true);
        const emptied = (await provider.check(urn, { bucket: "given", forceDestroy: true }, olds)).inputs;
        assert.equal((await provider.diff(urn, olds, emptied)).deleteFirst, false);
        const renamed = (await provider.check(urn, { bucket: "other" }, olds)).inputs;
        assert.equal((await provider.diff(urn, olds, renamed)).deleteFirst, false);
    });

    it("passes over what the program ignores", async () => {
        const { kinds } = await provider.diff(urnOf(QUEUE, "bulk"), { a: 1, b: 1 }, { a: 2, b: 2 }, ["a"]);
        assert.deepEqual(kinds, { b: "UPDATE" });
    });
});

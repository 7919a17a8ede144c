import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SECRET, SIGNATURE } from "../../../local/store/signatures.ts";
import { storedStacks } from "../../../local/store/stacks.ts";
import { Store, type StoredResource } from "../../../local/store/store.ts";

const TYPE = "aws:sqs/queue:Queue";

function queue(name: string, id = name): StoredResource {
    const urn = `urn:pulumi:dev::platform::${TYPE}::${name}`;
    return {
        urn,
        type: TYPE,
        name,
        id,
        inputs: {},
        outputs: { id },
        createdAt: "2024-01-01T00:00:00Z",
        seed: urn,
        generation: 0,
    };
}

describe("the store", () => {
    let root: string;
    let store: Store;
    beforeEach(async () => {
        root = await mkdtemp(join(tmpdir(), "store-"));
        store = new Store(root, "dev");
    });
    afterEach(() => rm(root, { recursive: true }));

    it("gives back what was put, secrets marked as they were", async () => {
        const held = { ...queue("bulk"), inputs: { password: { [SIGNATURE]: SECRET, value: "x" }, list: [1, null] } };
        await store.put(held);
        assert.deepEqual(await store.list(), [held]);
        assert.deepEqual(await new Store(root, "prod").list(), []);
    });

    it("replaces a resource with the same URN and id", async () => {
        await store.put(queue("bulk"));
        await store.put({ ...queue("bulk"), inputs: { delaySeconds: 1 } });
        assert.deepEqual(
            (await store.list()).map(({ inputs }) => inputs),
            [{ delaySeconds: 1 }],
        );
    });

    it("keeps both resources of a URN that is being replaced", async () => {
        await store.put(queue("bulk", "old"));
        await store.put(queue("bulk", "new"));
        await store.delete(queue("bulk", "old"));
        assert.deepEqual(
            (await store.ofUrn(queue("bulk").urn)).map(({ id }) => id),
            ["new"],
        );
    });

    it("finds by id, and prefers the resource of the URN that is asked for", async () => {
        await store.put(queue("one", "shared"));
        await store.put(queue("two", "shared"));
        assert.equal((await store.find(TYPE, "shared", queue("two").urn))?.name, "two");
        assert.ok(await store.find(TYPE, "shared"));
        assert.equal(await store.find("aws:sns/topic:Topic", "shared"), undefined);
        assert.equal(await store.find(TYPE, "other"), undefined);
    });

    it("tells names apart that make the same file name, and takes any length", async () => {
        const names = ["a/b", "a:b", "a b", "..", "x".repeat(300), "x".repeat(301), "Ünïcode"];
        await Promise.all(names.map((name) => store.put(queue(name))));
        assert.deepEqual((await store.list()).map(({ name }) => name).sort(), [...names].sort());
    });

    it("loses no write of hundreds at once, and leaves no draft behind", async () => {
        const names = Array.from({ length: 300 }, (_, index) => `queue-${index}`);
        await Promise.all(names.map((name) => store.put(queue(name))));
        assert.equal((await store.list()).length, 300);
        assert.equal((await readdir(store.folder)).length, 300);
    });

    it("is readable by its owner only", async () => {
        await store.put(queue("bulk"));
        const [file = ""] = await readdir(store.folder);
        assert.equal((await stat(join(store.folder, file))).mode & 0o777, 0o600);
        assert.equal((await stat(store.folder)).mode & 0o777, 0o700);
    });

    it("deletes what is gone already without a word", () => store.delete(queue("never")));

    it("names the file that somebody broke", async () => {
        await store.put(queue("bulk"));
        const [file = ""] = await readdir(store.folder);
        await writeFile(join(store.folder, file), "{");
        await assert.rejects(store.list(), new RegExp(`${file} is not valid JSON`));
    });

    for (const stack of ["", ".", "..", "a/b", "a\\b"]) {
        it(`takes no stack named ${JSON.stringify(stack)}`, () =>
            assert.throws(() => new Store(root, stack), /cannot be the name of a stack/));
    }

    it("lists the stacks it has a folder for", async () => {
        assert.deepEqual(await storedStacks(join(root, "absent")), []);
        await store.put(queue("bulk"));
        assert.deepEqual(await storedStacks(root), ["dev"]);
    });
});

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { LiveServices } from "../../../local/providers/live/live-services.ts";
import type { LiveBinding, LiveResource } from "../../../local/services/bindings/index.ts";
import type { Clients } from "../../../local/services/clients.ts";
import { ARCHIVE, SIGNATURE, secret } from "../../../local/store/signatures.ts";
import { Store } from "../../../local/store/store.ts";
import { startProvider } from "./support/provider-client.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { QUEUE, TOPIC, urnOf } from "./support/urns.ts";

const urn = urnOf(QUEUE, "bulk");
/** More than any system's highest process id. */
const NO_PROCESS = 2 ** 30;

describe("live services behind a stand-in provider", () => {
    const folder = temporaryFolder();
    let calls: { verb: string; resources: LiveResource[] }[];
    let fault: Error | undefined;
    let provider: Awaited<ReturnType<typeof startProvider>>;

    const record =
        (verb: string) =>
        async (...args: unknown[]): Promise<void> => {
            if (fault !== undefined) throw fault;
            calls.push({ verb, resources: args.slice(0, -1) as LiveResource[] });
        };
    const binding: LiveBinding = { create: record("create"), update: record("update"), delete: record("delete") };

    async function start(pid: number | undefined): Promise<void> {
        const runFile = join(folder.path, "services.json");
        if (pid !== undefined) await writeFile(runFile, JSON.stringify({ pid, endpoint: "http://127.0.0.1:1" }));
        const load = async () => ({ bindings: { [QUEUE]: binding }, localClients: () => ({}) as Clients });
        provider = await startProvider({ storeRoot: folder.path, live: new LiveServices(runFile, load) });
    }

    beforeEach(() => {
        calls = [];
        fault = undefined;
    });
    afterEach(() => provider.stop());

    it("get each change, but none of a preview", async () => {
        await start(process.pid);
        const { inputs } = await provider.check(urn, { delaySeconds: 1 });
        await provider.create(urn, inputs, true);
        assert.equal(calls.length, 0);
        const { id, outputs } = await provider.create(urn, inputs);
        await provider.update(urn, id, { ...inputs, delaySeconds: 2 }, true);
        await provider.update(urn, id, { ...inputs, delaySeconds: 2 });
        await provider.delete(urn, id);
        assert.deepEqual(
            calls.map(({ verb }) => verb),
            ["create", "update", "delete"],
        );
        assert.deepEqual(calls[0]?.resources[0], { urn, type: QUEUE, name: "bulk", id, inputs, outputs });
        assert.deepEqual(
            calls[1]?.resources.map((resource) => resource.inputs.delaySeconds),
            [1, 2],
        );
    });

    it("get secrets as they are, and archives as a path", async () => {
        await start(process.pid);
        const code = { [SIGNATURE]: ARCHIVE, path: "bundles/screen.zip", hash: "00" };
        await provider.create(urn, { name: secret("bulk"), code });
        assert.deepEqual(calls[0]?.resources[0]?.inputs, {
            name: "bulk",
            code: { path: resolve("bundles/screen.zip") },
        });
    });

    it("hear nothing of a type without a binding", async () => {
        await start(process.pid);
        await provider.create(urnOf(TOPIC, "fraud"), { name: "fraud" });
        assert.equal(calls.length, 0);
    });

    for (const { title, pid } of [
        { title: "there is no run file", pid: undefined },
        { title: "their process is gone", pid: NO_PROCESS },
    ]) {
        it(`are left alone when ${title}`, async () => {
            await start(pid);
            await provider.create(urn, { name: "bulk" });
            assert.equal(calls.length, 0);
        });
    }

    it("fail the resource when they fail, and the store stays as it was", async () => {
        await start(process.pid);
        const store = new Store(folder.path, "dev");
        fault = Object.assign(new Error("no such key"), { name: "KmsInvalidState" });
        const says = /the local services could not create .*bulk: KmsInvalidState: no such key/;
        await assert.rejects(provider.create(urn, { name: "bulk" }), says);
        assert.deepEqual(await store.list(), []);

        fault = undefined;
        const { id } = await provider.create(urn, { name: "bulk" });
        const before = await store.list();
        fault = new Error("refused");
        await assert.rejects(provider.update(urn, id, { name: "bulk", delaySeconds: 9 }), /could not update/);
        await assert.rejects(provider.delete(urn, id), /could not delete/);
        assert.deepEqual(await store.list(), before);
    });
});

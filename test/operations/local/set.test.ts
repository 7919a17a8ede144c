import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secret } from "../../../local/store/signatures.ts";
import { Store } from "../../../local/store/store.ts";
import type { Properties } from "../../../local/store/value.ts";
import { set } from "../../../operations/local/set.ts";

const TYPE = "aws:sqs/queue:Queue";

describe("npm run local -- set", () => {
    let root: string;
    beforeEach(async () => {
        root = await mkdtemp(join(tmpdir(), "local-"));
        await hold("dev", "bulk", { visibilityTimeoutSeconds: 180, password: secret("old") });
    });
    afterEach(() => rm(root, { recursive: true }));

    const urnOf = (stack: string, name: string): string => `urn:pulumi:${stack}::platform::${TYPE}::${name}`;

    async function hold(stack: string, name: string, inputs: Properties): Promise<void> {
        const urn = urnOf(stack, name);
        const outputs = { ...inputs, id: name };
        await new Store(root, stack).put({
            urn,
            type: TYPE,
            name,
            id: name,
            inputs,
            outputs,
            createdAt: "",
            generation: 0,
            seed: urn,
        });
    }

    const held = async (stack: string) => (await new Store(root, stack).list())[0];

    it("edits the store and tells what was and what is", async () => {
        const told = await set(root, undefined, {
            resource: "Queue::bulk",
            path: "visibilityTimeoutSeconds",
            json: "30",
        });
        assert.equal(told, `${urnOf("dev", "bulk")}\n  visibilityTimeoutSeconds: 180 is now 30\n`);
        assert.equal((await held("dev"))?.inputs.visibilityTimeoutSeconds, 30);
        assert.equal((await held("dev"))?.outputs.visibilityTimeoutSeconds, 30);
    });

    it("tells no secret", async () => {
        const told = await set(root, undefined, { resource: "bulk", path: "password", json: '"new"' });
        assert.match(told, /password: \[secret\] is now \[secret\]/);
    });

    it("asks which stack when two hold that name, and takes --stack", async () => {
        await hold("prod", "bulk", { visibilityTimeoutSeconds: 180 });
        const edit = { resource: "bulk", path: "visibilityTimeoutSeconds", json: "30" };
        await assert.rejects(set(root, undefined, edit), /bulk could be any of these/);
        await set(root, "prod", edit);
        assert.equal((await held("prod"))?.inputs.visibilityTimeoutSeconds, 30);
        assert.equal((await held("dev"))?.inputs.visibilityTimeoutSeconds, 180);
    });

    const refused = [
        {
            title: "a resource there is not",
            edit: { resource: "blk" },
            says: /no resource blk; near it:\n {2}urn:.*::bulk/,
        },
        { title: "a path that cannot be read", edit: { path: "a..b" }, says: /not a property path: a\.\.b/ },
        {
            title: "a path below nothing",
            edit: { path: "nothing.here" },
            says: /bulk has no property nothing; it has id/,
        },
        { title: "a value without quotes", edit: { json: "thirty" }, says: /thirty is not JSON: .*'"thirty"'/ },
    ];
    for (const { title, edit, says } of refused) {
        it(`refuses ${title}`, async () => {
            const whole = { resource: "bulk", path: "visibilityTimeoutSeconds", json: "30", ...edit };
            await assert.rejects(set(root, undefined, whole), { name: "UserError", message: says });
            assert.equal((await held("dev"))?.inputs.visibilityTimeoutSeconds, 180);
        });
    }
});

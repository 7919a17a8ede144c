import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Store } from "../../../local/store/store.ts";
import { type Places, status } from "../../../operations/local/status.ts";

describe("npm run local", () => {
    let places: Places & { root: string };
    beforeEach(async () => {
        const root = await mkdtemp(join(tmpdir(), "local-"));
        places = { root, store: join(root, "store"), servicesFile: join(root, "services.json") };
    });
    afterEach(() => rm(places.root, { recursive: true }));

    async function hold(stack: string, type: string, name: string): Promise<void> {
        const urn = `urn:pulumi:${stack}::platform::${type}::${name}`;
        const store = new Store(places.store, stack);
        await store.put({
            urn,
            type,
            name,
            id: name,
            inputs: {},
            outputs: {},
            createdAt: "",
            seed: urn,
            generation: 0,
        });
    }

    it("says that nothing runs and nothing is held", async () => {
        assert.equal(
            await status(places, undefined, false),
            "No local services are running (npm start starts them).\n\nThe store holds no resources.\n",
        );
    });

    it("counts what each stack holds by type, or lists it", async () => {
        await hold("dev", "aws:sqs/queue:Queue", "one");
        await hold("dev", "aws:sqs/queue:Queue", "two");
        await hold("prod", "aws:sns/topic:Topic", "fraud");
        const counted = await status(places, undefined, false);
        assert.match(
            counted,
            /Stack dev holds 2 resources in the clouds; components are in none:\n {5}2 {2}aws:sqs\/queue:Queue\n/,
        );
        assert.match(
            counted,
            /Stack prod holds 1 resource in the clouds; components are in none:\n {5}1 {2}aws:sns\/topic:Topic\n/,
        );
        const listed = await status(places, "prod", true);
        assert.match(
            listed,
            /Stack prod holds 1 resource in the clouds; components are in none:\n {2}urn:pulumi:prod::platform::aws:sns\/topic:Topic::fraud\n/,
        );
        assert.doesNotMatch(listed, /dev/);
    });

    it("says where the services run, and none of their credentials", async () => {
        const run = {
            pid: process.pid,
            endpoint: "http://127.0.0.1:4566",
            accountId: "111122223333",
            region: "eu-west-1",
        };
        const secrets = { accessKeyId: "AKIDHIDDEN", secretAccessKey: "hush" };
        await writeFile(places.servicesFile, JSON.stringify({ ...run, ...secrets, startedAt: "2024-01-01T00:00:00Z" }));
        const told = await status(places, undefined, false);
        assert.match(
            told,
            new RegExp(`run at http://127.0.0.1:4566 \\(process ${process.pid}, since 2024-01-01T00:00:00Z\\)`),
        );
        assert.doesNotMatch(told, /AKIDHIDDEN|hush/);
    });
});

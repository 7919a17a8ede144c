import assert from "node:assert/strict";
import { isUnknown, secret, UNKNOWN } from "../../../local/store/signatures.ts";
import { Store } from "../../../local/store/store.ts";
import { startProvider } from "./support/provider-client.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { QUEUE, TOPIC, urnOf } from "./support/urns.ts";

const urn = urnOf(QUEUE, "bulk");

describe("special values in a stand-in provider", () => {
    const folder = temporaryFolder();
    let provider: Awaited<ReturnType<typeof startProvider>>;
    beforeEach(async () => {
        provider = await startProvider({ storeRoot: folder.path });
    });
    afterEach(() => provider.stop());

    const stored = () => new Store(folder.path, "dev").list();

    it("lets unknown values survive a preview", async () => {
        const { inputs, failures } = await provider.check(urn, {
            kmsMasterKeyId: UNKNOWN,
            name: UNKNOWN,
            delaySeconds: UNKNOWN,
        });
        assert.deepEqual(failures, []);
        const { id, outputs } = await provider.create(urn, inputs, true);
        assert.equal(id, "");
        assert.ok(isUnknown(outputs.arn) && isUnknown(outputs.url) && isUnknown(outputs.delaySeconds));
        assert.equal(outputs.visibilityTimeoutSeconds, 30);
    });

    it("keeps secrets marked: given ones, those made of them, and in the store", async () => {
        const topic = urnOf(TOPIC, "fraud");
        const { inputs } = await provider.check(topic, { name: secret("hidden-name"), displayName: secret("Hidden") });
        const { outputs } = await provider.create(topic, inputs);
        assert.deepEqual(outputs.displayName, secret("Hidden"));
        assert.deepEqual(outputs.arn, secret("arn:aws:sns:eu-west-1:111122223333:hidden-name"));
        assert.deepEqual((await stored())[0]?.inputs.displayName, secret("Hidden"));
    });

    it("says no secret in a refusal", async () => {
        const { failures } = await provider.check(urn, { name: secret("hush hush") });
        assert.equal(failures.length, 1);
        assert.doesNotMatch(failures[0] ?? "", /hush/);
    });
});

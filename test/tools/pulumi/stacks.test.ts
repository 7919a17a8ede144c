import assert from "node:assert/strict";
import path from "node:path";
import { rememberStack, selectedStack } from "../../../tools/pulumi/selected-stack.mjs";
import {
    absoluteBackend,
    knownStacks,
    requireBootstrap,
    requireKnownStack,
    stateBackend,
} from "../../../tools/pulumi/stacks.mjs";
import { createRepository, write } from "../support/repository.ts";
import { removeTemporaryFolders } from "../support/temporary.ts";

describe("the stacks of the Pulumi wrapper", () => {
    afterEach(removeTemporaryFolders);

    function withStacks() {
        const { at } = createRepository();
        const backend = "config:\n  compliance-platform:stateBackend: s3://states?region=eu-west-1\n";
        for (const [name, text] of Object.entries({
            prod: backend,
            dev: "config:\n  aws:region: eu-west-1\n",
            local: "",
        })) {
            write(path.join(at.root, `Pulumi.${name}.yaml`), text);
        }
        write(path.join(at.root, "Pulumi.yaml"), "name: compliance-platform\n");
        return at;
    }

    it("are those with a settings file", () => {
        assert.deepEqual(knownStacks(withStacks()), ["dev", "local", "prod"]);
    });

    it("are listed when another one is asked for", () => {
        const at = withStacks();
        requireKnownStack(at, "prod");
        assert.throws(() => requireKnownStack(at, "prd"), {
            name: "SetUpFailure",
            message:
                'There is no stack "prd". The stacks are: dev, local, prod.\n' +
                "A new one begins as a copy of another:\n" +
                "  $ cp Pulumi.dev.yaml Pulumi.prd.yaml\n" +
                "  $ cp stacks/dev.ts stacks/prd.ts\n" +
                '  stacks/prd.ts: write "prd" for "dev" in its export\n' +
                '  stacks/environments.ts: import { prd } from "./prd.ts" and add prd to the list\n' +
                "Then say in both files where it runs: account, tenant and subscription are still those of dev.",
        });
    });

    it("tell of a new one only what is left to do, and a name that a program may have", () => {
        const at = withStacks();
        write(path.join(at.root, "stacks", "eu-prod.ts"), "export const euProd: Settings = {};");
        write(path.join(at.root, "stacks", "environments.ts"), "export const environments = {};");
        assert.throws(() => requireKnownStack(at, "eu-prod"), {
            message:
                /of another:\n {2}\$ cp Pulumi\.dev\.yaml Pulumi\.eu-prod\.yaml\n {2}stacks\/environments\.ts: import \{ euProd \} from "\.\/eu-prod\.ts" and add "eu-prod": euProd to the list\nThen/,
        });
    });

    it("have what must exist before them in a file of its own, or are told to copy one", () => {
        const at = withStacks();
        assert.throws(() => requireBootstrap(at, "prod"), {
            message:
                /^infra\/bootstrap\/Pulumi\.prod\.yaml is missing.*\n {2}\$ cp infra\/bootstrap\/Pulumi\.dev\.yaml infra\/bootstrap\/Pulumi\.prod\.yaml\n/,
        });
        write(path.join(at.root, "infra", "bootstrap", "Pulumi.prod.yaml"), "config: {}\n");
        requireBootstrap(at, "prod");
    });

    it("keep their state where their settings say", async () => {
        assert.equal(await stateBackend(withStacks(), "prod", {}), "s3://states?region=eu-west-1");
    });

    it("keep it where the person says, first of all", async () => {
        assert.equal(await stateBackend(withStacks(), "prod", { PULUMI_BACKEND_URL: "file://~" }), "file://~");
    });

    it("name the setting that is missing", async () => {
        await assert.rejects(stateBackend(withStacks(), "dev", {}), {
            name: "SetUpFailure",
            message:
                /^Pulumi\.dev\.yaml does not say where .*\nSet compliance-platform:stateBackend under config there/,
        });
    });

    for (const { url, becomes } of [
        { url: "file://./states", becomes: "file:///repository/states" },
        { url: "file://states", becomes: "file:///repository/states" },
        { url: "file:///states", becomes: "file:///states" },
        { url: "file://~", becomes: "file://~" },
        { url: "s3://states", becomes: "s3://states" },
    ]) {
        it(`read ${url} from the repository`, () => assert.equal(absoluteBackend(url, "/repository"), becomes));
    }

    it("remember the one that was selected, and harm nobody when none was", () => {
        const at = withStacks();
        assert.equal(selectedStack(at, {}), "local");
        write(path.join(at.platform, "here"), "");
        rememberStack(at, "dev");
        assert.equal(selectedStack(at, {}), "dev");
        assert.equal(selectedStack(at, { PULUMI_STACK: "prod" }), "prod");
    });
});

import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { azureFirst } from "../../../operations/rehearse/checks/azure.ts";
import { paths } from "../../../tools/paths.mjs";
import { judged, theSituation } from "./situation.ts";

const README = readFileSync(join(paths.root, "infra", "bootstrap", "README.md"), "utf8");
const [, listed = ""] = /for provider in ([\w ]+); do/.exec(README) ?? [];
const PROVIDERS = listed.split(" ").map((name) => `Microsoft.${name}`);

describe("what the rehearsal asks of Azure", () => {
    const folder = mkdtempSync(join(tmpdir(), "az-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const { patient } = theSituation();

    /** A subscription in which these providers are registered, and the group is there or not. */
    async function asked(registered: readonly string[], isThere: boolean, code = 0) {
        writeFileSync(join(folder, "az"), "#!/bin/sh\n");
        chmodSync(join(folder, "az"), 0o755);
        const run: typeof patient.run = async (_, args) => {
            const stdout = args[0] === "provider" ? registered.join("\n") : `${isThere}\n`;
            return { code, stdout, lines: code === 0 ? stdout : "Please run 'az login'" };
        };
        const situation = theSituation({ patient: { ...patient, env: { PATH: folder }, run } });
        return (await azureFirst(situation)).map((one) => JSON.stringify(one));
    }

    it("is nothing more where every provider of the guide is registered, and the group is there", async () => {
        assert.ok(PROVIDERS.length >= 6);
        assert.deepEqual(await asked(PROVIDERS, true), []);
    });

    it("is each provider that the program needs and the subscription has not registered", async () => {
        for (const missing of PROVIDERS) {
            const found = await asked(
                PROVIDERS.filter((name) => name !== missing),
                true,
            );
            assert.equal(found.length, 1, missing);
            assert.match(
                found.join(),
                new RegExp(`the resource provider ${missing}.*is not registered.*--namespace ${missing}`),
            );
        }
    });

    it("is the group of the pipelines' identities, by the name in the settings", async () => {
        assert.match(
            (await asked(PROVIDERS, false)).join(),
            /the group compliance-platform-delivery.*is not there on Azure/,
        );
    });

    it("is left where az does not answer, or where nobody knows the provider of a module", async () => {
        assert.match((await asked([], false, 1)).join(), /"left".*6 resource providers.*Please run 'az login'/);
        const { report, resources } = await judged("platform");
        const [one] = resources.filter(({ type }) => type.startsWith("azure-native:"));
        assert.ok(one !== undefined);
        const strange = { ...one, type: "azure-native:quantum:Workspace" };
        const situation = theSituation({ platform: async () => ({ report, resources: [strange] }) });
        assert.match(JSON.stringify(await azureFirst(situation)), /which resource provider the module quantum/);
    });
});

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { engineEnvironment, fileBackend } from "../../../tools/engine-environment.mjs";
import { paths } from "../../../tools/paths.mjs";
import { engineVersion } from "../../../tools/setup/engine/pinned.mjs";
import { trimmedModules } from "../../../tools/setup/engine/source.mjs";
import { readEngineRecord } from "../../../tools/setup/engine-record.mjs";
import { removeTemporaryFolders, temporaryFolder } from "../../tools/support/temporary.ts";

const goMod = fs.readFileSync(path.join(paths.engineModules, "go.mod"), "utf8");

const advice = "Install the official Pulumi CLI, which has all of them: https://www.pulumi.com/docs/install/";

const refusals: { args: string[]; lacks: string }[] = [
    { args: ["login", "s3://state?region=eu-central-1"], lacks: "state in s3://" },
    { args: ["login", "azblob://state"], lacks: "state in azblob://" },
    { args: ["login", "gs://state"], lacks: "state in gs://" },
    { args: ["login", "postgres://somebody@localhost/state"], lacks: "state in postgres://" },
    ...["awskms://alias/key", "azurekeyvault://vault/keys/key", "gcpkms://key", "hashivault://key"].map((provider) => ({
        args: ["stack", "init", "other", "--secrets-provider", provider],
        lacks: `secrets under ${provider.split("//")[0]}//`,
    })),
    { args: ["env", "ls"], lacks: "environments in Pulumi Cloud" },
    { args: ["config", "env", "init", "--stack", "other"], lacks: "environments in Pulumi Cloud" },
];

describe("an engine without the clients of clouds", () => {
    afterEach(removeTemporaryFolders);

    for (const { folder, module, version, sum } of trimmedModules(paths)) {
        it(`is built with ${module} ${version}, as go.mod says, out of the folder ${folder}`, () => {
            assert.match(goMod, new RegExp(`^\\t${module} ${version}\\b`, "m"));
            assert.match(goMod, new RegExp(`^\\t${module} => \\./${folder}$`, "m"));
            if (module.startsWith("github.com/pulumi/pulumi/")) assert.equal(version, `v${engineVersion}`);
            if (sum !== undefined) assert.match(sum, /^h1:[A-Za-z0-9+/]{43}=$/);
        });
    }

    it("needs no module of a cloud", () => {
        const cloud = /^\t(cloud\.google\.com|github\.com\/(aws|hashicorp\/vault)|google\.golang\.org\/api)\b.*/gm;
        assert.deepEqual(goMod.match(cloud), null);
    });

    // An engine that came from elsewhere has every client, so there is nothing to refuse.
    if (readEngineRecord(paths).route === "modules") {
        for (const { args, lacks } of refusals) {
            it(`refuses \`pulumi ${args.join(" ")}\`, says why, and what to do`, async () => {
                const { code, output } = await pulumi(args);
                assert.notEqual(code, 0, output);
                assert.match(output, new RegExp(`built for the stack local alone and has no client for ${lacks}`));
                assert.ok(output.includes(advice), output);
            });
        }

        it("says that it passes no traces on to OpenTelemetry, and goes on", async () => {
            const { code, output } = await pulumi(["version", "--otel-traces", "file:///nowhere"]);
            assert.equal(code, 0, output);
            assert.match(output, /passes no traces on to OpenTelemetry: install the official Pulumi CLI/);
            assert.match(output, /^v\d/m);
        });
    }
});

function pulumi(args: string[]): Promise<{ code: number | null; output: string }> {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: small\nruntime: nodejs\n");
    const state = path.join(folder, "state");
    fs.mkdirSync(state);
    const env = engineEnvironment({
        standIn: true,
        backendUrl: fileBackend(state),
        storeDir: path.join(folder, "store"),
    });
    // What `login` is told would else be kept for every command after it.
    env.PULUMI_HOME = path.join(folder, "home");
    if (args[0] === "login") delete env.PULUMI_BACKEND_URL;
    const { binary } = readEngineRecord(paths);
    return new Promise((resolve) => {
        execFile(binary, [...args, "--non-interactive"], { cwd: folder, env }, (error, stdout, stderr) =>
            resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
        );
    });
}

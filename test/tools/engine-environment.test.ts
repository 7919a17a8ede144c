import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { engineEnvironment, fileBackend } from "../../tools/engine-environment.mjs";
import { type EngineRecord, fingerprintOf, writeEngineRecord } from "../../tools/setup/engine-record.mjs";
import { createRepository, write } from "./support/repository.ts";
import { removeTemporaryFolders } from "./support/temporary.ts";

describe("the environment of the engine", () => {
    afterEach(removeTemporaryFolders);

    function withEngine(languageHost: EngineRecord["languageHost"]) {
        const repository = createRepository();
        const binary = repository.fake("pulumi", "");
        const fingerprint = fingerprintOf(binary) ?? "";
        const record = { route: "path", version: "3.228.0", binary, languageHost, fingerprint, wanted: "" } as const;
        writeEngineRecord(repository.at, record);
        return { at: repository.at, engineFolder: path.dirname(binary) };
    }

    const node = path.dirname(process.execPath);
    const onPath = (env: NodeJS.ProcessEnv) => env.PATH?.split(path.delimiter);

    it("finds the engine, our language host and this Node first, in that order", () => {
        const { at, engineFolder } = withEngine("ours");
        const env = engineEnvironment({ standIn: true }, { PATH: "/usr/bin:/bin" }, at);
        assert.deepEqual(onPath(env), [engineFolder, at.languageHost, node, "/usr/bin", "/bin"]);
    });

    it("gives a stand-in run the stand-ins as installed plugins, in the versions of the program's SDKs", () => {
        const { at } = withEngine("ours");
        write(path.join(at.plugins, "pulumi-resource-aws"), "");
        write(path.join(at.nodeModules, "@pulumi", "aws", "package.json"), '{ "version": "7.48.0" }');
        engineEnvironment({ standIn: true }, {}, at);
        const plugin = path.join(at.pulumiHome, "plugins", "resource-aws-v7.48.0", "pulumi-resource-aws");
        const said = `#!/bin/sh\nexec '${path.join(at.plugins, "pulumi-resource-aws")}' "$@"\n`;
        assert.equal(fs.readFileSync(plugin, "utf8"), said);
        fs.accessSync(plugin, fs.constants.X_OK);
        assert.deepEqual(fs.readdirSync(path.dirname(plugin)), ["pulumi-resource-aws"]);
    });

    it("gives a run on a real account no stand-in, neither on PATH nor installed", () => {
        const { at, engineFolder } = withEngine("official");
        write(path.join(at.plugins, "pulumi-resource-aws"), "");
        write(path.join(at.nodeModules, "@pulumi", "aws", "package.json"), '{ "version": "7.48.0" }');
        assert.deepEqual(onPath(engineEnvironment({}, { PATH: "/bin" }, at)), [engineFolder, node, "/bin"]);
        assert.ok(!fs.existsSync(at.pulumiHome));
    });

    it("leaves the person's own settings alone on a real stack", () => {
        const { at } = withEngine("official");
        const own = { PATH: "", AWS_PROFILE: "bank", PULUMI_HOME: "/home/p", PULUMI_CONFIG_PASSPHRASE: "x" };
        const { PATH, NODE_OPTIONS, ...env } = engineEnvironment({ backendUrl: "s3://states" }, own, at);
        const { PATH: _, ...kept } = own;
        assert.deepEqual(env, { ...kept, PULUMI_BACKEND_URL: "s3://states", PULUMI_SKIP_UPDATE_CHECK: "1" });
    });

    it("has nothing that would switch a guardrail off unseen", () => {
        const { at } = withEngine("official");
        const hidden = {
            PULUMI_OPTION_POLICY_PACK: "theirs",
            PULUMI_OPTION_POLICY_PACK_CONFIG: "off.json",
            PULUMI_DRY_RUN: "true",
            PULUMI_NODEJS_DRY_RUN: "true",
        };
        for (const standIn of [true, false]) {
            const env = engineEnvironment({ standIn }, { ...hidden, PULUMI_OPTION_COLOR: "never" }, at);
            assert.deepEqual(
                Object.keys(hidden).filter((name) => name in env),
                [],
            );
            assert.equal(env.PULUMI_OPTION_COLOR, "never");
        }
    });

    it("lets a stand-in run collect its garbage seldom, unless somebody says how often", () => {
        const { at } = withEngine("official");
        assert.equal(engineEnvironment({ standIn: true }, {}, at).GOGC, "400");
        assert.equal(engineEnvironment({ standIn: true }, { GOGC: "50" }, at).GOGC, "50");
    });

    it("takes every way to a real account from a stand-in run", () => {
        const { at } = withEngine("official");
        const real = Object.fromEntries(
            [
                ...["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_ENDPOINT_URL_S3", "ARM_CLIENT_SECRET", "AZURE_TENANT_ID"],
                ...["PULUMI_ACCESS_TOKEN", "PULUMI_CONFIG_PASSPHRASE_FILE", "PULUMI_STACK", "COMPLIANCE_SERVICES_FILE"],
            ].map((name) => [name, "real"]),
        );
        const base = { ...real, PULUMI_BACKEND_URL: "s3://real", PULUMI_HOME: "/real", HOME: "/home/p" };
        const { PATH, NODE_OPTIONS, ...env } = engineEnvironment({ standIn: true }, base, at);
        assert.deepEqual(env, {
            HOME: "/home/p",
            PULUMI_SKIP_UPDATE_CHECK: "1",
            PULUMI_HOME: at.pulumiHome,
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
            PULUMI_SKIP_CHECKPOINTS: "true",
            PULUMI_CONFIG_PASSPHRASE: "",
            PULUMI_BACKEND_URL: `file://${at.state}`,
            AWS_EC2_METADATA_DISABLED: "true",
            COMPLIANCE_STAND_IN: "1",
            COMPLIANCE_STORE: at.store,
            GOGC: "400",
        });
    });

    it("keeps the person's own options of Node beside ours", () => {
        const { at } = withEngine("official");
        const env = engineEnvironment({}, { NODE_OPTIONS: "--max-old-space-size=500" }, at);
        assert.equal(env.NODE_OPTIONS, `--max-old-space-size=500 --require "${at.plainErrors}"`);
    });

    it("passes on the store, the backend and the run file that it is given", () => {
        const { at } = withEngine("official");
        const options = { standIn: true, backendUrl: "file:///s", storeDir: "/store", servicesFile: "/run.json" };
        const env = engineEnvironment(options, {}, at);
        assert.deepEqual(
            [env.PULUMI_BACKEND_URL, env.COMPLIANCE_STORE, env.COMPLIANCE_SERVICES_FILE],
            ["file:///s", "/store", "/run.json"],
        );
    });

    it("refuses a stand-in run whose state is not in a folder", () => {
        const { at } = withEngine("official");
        const options = { standIn: true, backendUrl: "s3://real" };
        assert.throws(
            () => engineEnvironment(options, {}, at),
            /keeps its state in a file:\/\/ backend, got s3:\/\/real/,
        );
    });

    it("says what to do when there is no engine yet", () => {
        assert.throws(() => engineEnvironment({}, {}, createRepository().at), /Run: npm run setup/);
    });

    it("names a folder as a backend by an absolute URL, whatever its characters", () => {
        assert.equal(fileBackend("/a folder/ü"), "file:///a%20folder/%C3%BC");
        assert.ok(fileBackend("here").startsWith(`file://${fs.realpathSync(process.cwd())}`));
    });
});

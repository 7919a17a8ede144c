import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { engineStep } from "../../../../tools/setup/engine/choose.mjs";
import { readEngineRecord } from "../../../../tools/setup/engine-record.mjs";
import { contextFor } from "../../support/context.ts";
import { goodGo } from "../../support/fakes.ts";
import { createRepository, type Repository, write } from "../../support/repository.ts";
import { removeTemporaryFolders } from "../../support/temporary.ts";

function installerThat(repository: Repository, install: string): void {
    const folder = path.join(repository.at.nodeModules, "@pulumi/pulumi/automation");
    write(path.join(repository.at.root, "package.json"), "{}");
    write(
        path.join(folder, "index.js"),
        `exports.PulumiCommand = { async install({ root, version }) { ${install} } };`,
    );
    write(path.join(repository.at.nodeModules, "semver/index.js"), "exports.SemVer = String;");
}

const leavesPulumi = `const fs = require("node:fs"); fs.mkdirSync(root + "/bin", { recursive: true });
    fs.writeFileSync(root + "/bin/pulumi", "installed " + version);
    fs.writeFileSync(root + "/bin/pulumi-language-nodejs", "official", { mode: 0o755 });`;

describe("the choice of the engine", () => {
    afterEach(removeTemporaryFolders);

    it("takes a pulumi on PATH that is new enough, and looks no further", async () => {
        const repository = createRepository();
        const binary = repository.fake("pulumi", "echo v3.230.1");
        repository.fake("go", goodGo);
        assert.equal(await engineStep.make(contextFor(repository)), "Pulumi 3.230.1 from PATH");
        const { route, version, languageHost, ...record } = readEngineRecord(repository.at);
        assert.deepEqual(
            { route, version, languageHost, binary: record.binary },
            { route: "path", version: "3.230.1", languageHost: "ours", binary },
        );
        assert.deepEqual(repository.calls(), []);
    });

    it("uses the official language host when PATH has one", async () => {
        const repository = createRepository();
        repository.fake("pulumi", "echo v3.227.0");
        repository.fake("pulumi-language-nodejs", "");
        await engineStep.make(contextFor(repository));
        assert.equal(readEngineRecord(repository.at).languageHost, "official");
    });

    it("asks the official installer where its server answers, once the libraries are there", async () => {
        const repository = createRepository();
        // Only the libraries bring the installer.
        const librariesDone = sleep(100).then(() => installerThat(repository, leavesPulumi));
        const installerFault = async () => undefined;
        const made = await engineStep.make(contextFor(repository, { librariesDone, installerFault }));
        assert.equal(made, "Pulumi 3.228.0 from the official installer");
        const { binary, languageHost } = readEngineRecord(repository.at);
        assert.equal(binary, path.join(repository.at.engine, "bin/pulumi"));
        assert.equal(fs.readFileSync(binary, "utf8"), "installed 3.228.0");
        assert.equal(languageHost, "official");
    });

    it("builds the pinned Go modules otherwise, deaf to the flags of the person's own Go projects", async () => {
        const repository = createRepository();
        repository.fake("go", goodGo);
        const env = { ...repository.env, GOFLAGS: "-mod=vendor", GOWORK: "/elsewhere/go.work", CGO_ENABLED: "1" };
        assert.equal(await engineStep.make(contextFor(repository, { env })), "Pulumi 3.228.0 built from Go modules");
        const partial = path.join(`${repository.at.engine}.partial`, "bin/pulumi");
        assert.deepEqual(repository.calls(), [
            `${repository.at.engine}.partial/source CGO=0 GOFLAGS= GOWORK=off ` +
                "build -trimpath -buildvcs=false -mod=readonly -v -gcflags=all=-dwarf=false " +
                "-ldflags -s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v3.228.0 " +
                `-o ${partial} github.com/pulumi/pulumi/pkg/v3/cmd/pulumi`,
        ]);
    });

    it("builds with our files in place of the clients of clouds, and leaves their source nowhere", async () => {
        const repository = createRepository();
        repository.fake("go", goodGo);
        await engineStep.make(contextFor(repository));
        assert.deepEqual(repository.source(), [
            "./go.mod",
            "./go.sum",
            "./trimmed/clouds/s3.go",
            "./trimmed/go.mod",
            "./trimmed/logs.go",
            "./trimmed/main.go",
            "ours",
        ]);
        assert.deepEqual(fs.readdirSync(repository.at.engine), ["bin"]);
    });

    it("builds nothing out of a module whose sum is another one", async () => {
        const repository = createRepository();
        repository.fake("go", goodGo.replace("h1:good", "h1:tampered"));
        const refused = /3\. example\.com\/engine has the sum h1:tampered, not h1:good of .*modules\.json/;
        await assert.rejects(engineStep.make(contextFor(repository)), refused);
        assert.deepEqual(repository.calls(), []);
    });

    it("puts our language host beside an engine that it built", async () => {
        const repository = createRepository();
        repository.fake("go", goodGo);
        await engineStep.make(contextFor(repository));
        const beside = path.join(repository.at.engine, "bin/pulumi-language-nodejs");
        assert.equal(fs.realpathSync(beside), path.join(repository.at.languageHost, "pulumi-language-nodejs"));
        assert.equal(readEngineRecord(repository.at).languageHost, "ours");
    });

    it("says what it tried, why each way failed and what to install when none works", async () => {
        const repository = createRepository();
        const pulumi = repository.fake("pulumi", "echo v3.226.9");
        repository.fake("go", 'echo "go: module lookup disabled" >&2; exit 1');
        await assert.rejects(engineStep.make(contextFor(repository)), {
            name: "SetUpFailure",
            message: [
                "No Pulumi engine could be set up. Tried, in this order:",
                `  1. ${pulumi} is 3.226.9, older than 3.227.0`,
                "  2. the official installer cannot be reached: no network in this test",
                "  3. go mod download failed: go: module lookup disabled",
                "Install one of: Pulumi 3.227.0 or newer (https://www.pulumi.com/docs/install/), or Go 1.25.8 or newer",
                "(https://go.dev/dl/) with access to a Go module proxy. Then run: npm run setup",
            ].join("\n"),
        });
        assert.deepEqual(fs.readdirSync(repository.at.platform).sort(), []);
    });

    for (const { title, pulumi, reason } of [
        {
            title: "is broken",
            pulumi: "echo segmentation fault >&2; exit 139",
            reason: /does not tell its version: segm/,
        },
        { title: "says something else", pulumi: "echo hello", reason: /does not tell its version: hello/ },
        { title: "has another major version", pulumi: "echo v4.0.0", reason: /is 4\.0\.0; this platform is made for/ },
    ]) {
        it(`passes over a pulumi that ${title}`, async () => {
            const repository = createRepository();
            repository.fake("pulumi", pulumi);
            await assert.rejects(engineStep.make(contextFor(repository)), reason);
        });
    }

    it("passes over an installer that fails or leaves nothing behind", async () => {
        const repository = createRepository();
        const installerFault = async () => undefined;
        installerThat(repository, 'throw new Error("checksum mismatch");');
        const withoutGo = /2\. the official installer failed: checksum mismatch\n {2}3\. there is no go on PATH/;
        await assert.rejects(engineStep.make(contextFor(repository, { installerFault })), withoutGo);
        installerThat(repository, "");
        const empty = /2\. the official installer failed: it left no pulumi behind/;
        await assert.rejects(engineStep.make(contextFor(repository, { installerFault })), empty);
    });
});

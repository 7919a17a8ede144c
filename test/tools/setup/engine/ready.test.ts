import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { engineStep } from "../../../../tools/setup/engine/choose.mjs";
import { readEngineRecord } from "../../../../tools/setup/engine-record.mjs";
import { contextFor } from "../../support/context.ts";
import { goodGo } from "../../support/fakes.ts";
import { createRepository, type Repository, write } from "../../support/repository.ts";
import { removeTemporaryFolders } from "../../support/temporary.ts";

describe("an engine that was set up before", () => {
    afterEach(removeTemporaryFolders);

    async function withEngine(): Promise<Repository> {
        const repository = createRepository();
        repository.fake("go", goodGo);
        await engineStep.make(contextFor(repository));
        assert.equal(engineStep.ready(repository.at, repository.env), "Pulumi 3.228.0 built from Go modules");
        return repository;
    }

    it("counts no longer once another file lies in its place", async () => {
        const { at, env } = await withEngine();
        fs.writeFileSync(path.join(at.engine, "bin/pulumi"), "something else");
        assert.equal(engineStep.ready(at, env), undefined);
        assert.throws(() => readEngineRecord(at), /The Pulumi engine is not set up yet. Run: npm run setup/);
    });

    it("counts no longer once other modules are pinned", async () => {
        const { at, env } = await withEngine();
        write(path.join(at.engineModules, "go.sum"), "changed");
        assert.equal(engineStep.ready(at, env), undefined);
    });

    it("counts no longer once other files stand in place of the clients of clouds", async () => {
        const { at, env } = await withEngine();
        write(path.join(at.engineParts, "trimmed/clouds/s3.go"), "changed");
        assert.equal(engineStep.ready(at, env), undefined);
    });

    it("gives way to a Pulumi CLI that is installed later", async () => {
        const repository = await withEngine();
        repository.fake("pulumi", "echo v3.230.1");
        assert.equal(engineStep.ready(repository.at, repository.env), undefined);
        assert.equal(await engineStep.make(contextFor(repository)), "Pulumi 3.230.1 from PATH");
        assert.equal(engineStep.ready(repository.at, repository.env), "Pulumi 3.230.1 from PATH");
    });

    it("stays, without a second build, when the Pulumi CLI that appears is not fit", async () => {
        const repository = await withEngine();
        repository.fake("pulumi", "echo v3.1.0");
        assert.equal(engineStep.ready(repository.at, repository.env), undefined);
        assert.equal(await engineStep.make(contextFor(repository)), "Pulumi 3.228.0 built from Go modules");
        assert.equal(engineStep.ready(repository.at, repository.env), "Pulumi 3.228.0 built from Go modules");
        assert.equal(repository.calls().length, 1);
    });

    it("is not used from a copy of the repository", async () => {
        const { at } = await withEngine();
        const copy = createRepository();
        fs.cpSync(at.setup, copy.at.setup, { recursive: true });
        assert.equal(engineStep.ready(copy.at, copy.env), undefined);
    });

    it("stays when the next build fails", async () => {
        const repository = await withEngine();
        write(path.join(repository.at.engineModules, "go.sum"), "changed");
        repository.fake("go", "exit 1");
        await assert.rejects(engineStep.make(contextFor(repository)));
        assert.equal(fs.readFileSync(path.join(repository.at.engine, "bin/pulumi"), "utf8"), "built\n");
    });
});

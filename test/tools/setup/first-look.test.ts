import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "../../../tools/paths.mjs";
import { firstLookStep } from "../../../tools/setup/first-look.mjs";
import { contextFor } from "../support/context.ts";
import { createRepository, type Repository, write } from "../support/repository.ts";
import { removeTemporaryFolders } from "../support/temporary.ts";

describe("the first look of the guardrails", () => {
    afterEach(removeTemporaryFolders);

    /** What `npm ci` and the clone bring: a loader, and a guard that answers so. */
    function withGuard({ at }: Repository, program: string): void {
        fs.mkdirSync(at.nodeModules, { recursive: true });
        fs.symlinkSync(path.join(paths.nodeModules, "tsx"), path.join(at.nodeModules, "tsx"));
        write(path.join(at.root, "package.json"), '{ "type": "commonjs" }');
        write(path.join(at.root, "operations", "guard.ts"), program);
    }

    it("is taken once the libraries are there, says what was found, and is not taken again", async () => {
        const repository = createRepository();
        // Only the libraries bring what runs it.
        const librariesDone = sleep(100).then(() =>
            withGuard(repository, 'console.log("\\n9 guardrails: 0 violations");'),
        );
        assert.equal(firstLookStep.ready(repository.at, repository.env), undefined);
        const made = await firstLookStep.make(contextFor(repository, { librariesDone }));
        assert.equal(made, "9 guardrails: 0 violations");
        assert.equal(firstLookStep.ready(repository.at, repository.env), "bundles of the program");
    });

    it("leaves what the guardrails refuse to the command that asks again", async () => {
        const repository = createRepository();
        withGuard(repository, "console.log('1 violations'); process.exitCode = 2;");
        const made = await firstLookStep.make(contextFor(repository, { librariesDone: Promise.resolve() }));
        assert.equal(made, "they have something to say, see below");
        assert.equal(firstLookStep.ready(repository.at, repository.env), "bundles of the program");
    });
});

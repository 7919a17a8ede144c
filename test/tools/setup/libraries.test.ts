import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { librariesStep } from "../../../tools/setup/libraries.mjs";
import { contextFor } from "../support/context.ts";
import { createRepository, installLibraries, write } from "../support/repository.ts";
import { removeTemporaryFolders } from "../support/temporary.ts";

describe("the libraries", () => {
    afterEach(removeTemporaryFolders);

    it("are ready when what is installed is what the lock file says, programs for other systems aside", () => {
        const { at, env } = createRepository();
        installLibraries(at);
        assert.equal(librariesStep.ready(at, env), "1 packages");
    });

    for (const { title, change } of [
        { title: "there is no node_modules", change: () => {} },
        { title: "another version is installed", change: installOlder },
        { title: "a folder was removed", change: installWithoutFolder },
        { title: "npm's own record is damaged", change: installDamaged },
        { title: "they are those of another system", change: installForAnotherSystem },
    ]) {
        it(`are not ready when ${title}`, () => {
            const { at, env } = createRepository();
            change(at);
            assert.equal(librariesStep.ready(at, env), undefined);
        });
    }

    it("are installed by npm ci in the repository", async () => {
        const repository = createRepository();
        repository.fake("npm", 'echo "$PWD $*" >> "$CALLS"');
        await librariesStep.make(contextFor(repository));
        assert.deepEqual(repository.calls(), [`${repository.at.root} ci --include=dev --no-audit --no-fund`]);
    });

    it("show where a long complaint of npm begins and ends", async () => {
        const repository = createRepository();
        repository.fake("npm", "for line in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18; do echo $line; done; exit 1");
        const shown = /said:\n {2}1\n[\s\S]* {2}8\n {2}… 2 more lines …\n {2}11\n[\s\S]* {2}18\nMend/;
        await assert.rejects(librariesStep.make(contextFor(repository)), shown);
    });

    it("show what an npm that failed said, and do not count as ready afterwards", async () => {
        const repository = createRepository();
        installLibraries(repository.at);
        repository.fake("npm", 'echo "npm error code E404" >&2; echo "npm error 404 no such thing" >&2; exit 1');
        await assert.rejects(librariesStep.make(contextFor(repository)), {
            name: "SetUpFailure",
            message:
                "npm ci could not install the libraries. It said:\n" +
                "  npm error code E404\n  npm error 404 no such thing\n" +
                "Mend what it names (often the network, the registry in .npmrc, or disk space), then run: npm run setup",
        });
        assert.equal(librariesStep.ready(repository.at, repository.env), undefined);
    });

    it("say how to get back a lock file that is missing", async () => {
        const repository = createRepository();
        fs.rmSync(path.join(repository.at.root, "package-lock.json"));
        await assert.rejects(librariesStep.make(contextFor(repository)), /git checkout package-lock\.json/);
    });
});

type At = ReturnType<typeof createRepository>["at"];

function installOlder(at: At): void {
    installLibraries(at, { yaml: "2.0.0" });
}

function installWithoutFolder(at: At): void {
    installLibraries(at);
    fs.rmSync(path.join(at.nodeModules, "yaml"), { recursive: true });
}

function installForAnotherSystem(at: At): void {
    installLibraries(at);
    const packages = {
        "node_modules/yaml": { version: "2.9.1" },
        "node_modules/@x/aix": { version: "1.0.0", os: ["aix"] },
    };
    write(path.join(at.nodeModules, ".package-lock.json"), JSON.stringify({ packages }));
}

function installDamaged(at: At): void {
    installLibraries(at);
    write(path.join(at.nodeModules, ".package-lock.json"), "{");
}

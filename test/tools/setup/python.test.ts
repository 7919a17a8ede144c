import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { pythonStep } from "../../../tools/setup/python.mjs";
import { contextFor } from "../support/context.ts";
import { createRepository, type Repository, write } from "../support/repository.ts";
import { removeTemporaryFolders } from "../support/temporary.ts";

/** Answers the question for its version, and makes an "environment" whose python notes what it is asked to do. */
function goodPython(version = "3.12.4"): string {
    return `[ "$1" = "-c" ] && echo ${version} && exit
/bin/mkdir -p "$3/bin" && printf '#!/bin/sh\\necho "$*" >> "$CALLS"\\n' > "$3/bin/python" && /bin/chmod +x "$3/bin/python"`;
}

async function failure(repository: Repository): Promise<string> {
    const error: unknown = await pythonStep.make(contextFor(repository)).catch((reason: unknown) => reason);
    assert.ok(error instanceof Error && error.name === "SetUpFailure");
    return error.message;
}

describe("the Python environment", () => {
    afterEach(removeTemporaryFolders);

    it("holds what the requirements say, and is then ready without a program being started", async () => {
        const repository = createRepository();
        const { at, env } = repository;
        repository.fake("python3", goodPython());
        assert.equal(pythonStep.ready(at, env), undefined);
        const made = await pythonStep.make(contextFor(repository));
        assert.equal(made, "Python 3.12.4 with the local AWS services");
        assert.equal(pythonStep.ready(at, env), made);
        assert.deepEqual(repository.calls(), [
            `-m pip install --no-compile --no-input --disable-pip-version-check --progress-bar off -r ${at.pythonRequirements} -r ${at.modelRequirements} -r ${at.workflowRequirements}`,
        ]);
    });

    for (const { title, change } of [
        { title: "the requirements changed", change: ({ at }: Repository) => write(at.pythonRequirements, "new==1") },
        {
            title: "what the model needs changed",
            change: ({ at }: Repository) => write(at.modelRequirements, "new==1"),
        },
        {
            title: "what the workflows are linted with changed",
            change: ({ at }: Repository) => write(at.workflowRequirements, "new==1"),
        },
        { title: "its python is gone", change: ({ at }: Repository) => fs.rmSync(path.join(at.python, "bin/python")) },
        { title: "another PYTHON is asked for", change: ({ env }: Repository) => Object.assign(env, { PYTHON: "p" }) },
    ]) {
        it(`is made anew once ${title}`, async () => {
            const repository = createRepository();
            repository.fake("python3", goodPython());
            await pythonStep.make(contextFor(repository));
            change(repository);
            assert.equal(pythonStep.ready(repository.at, repository.env), undefined);
        });
    }

    it("stays as it is for a shell that does not name the Python it was made with", async () => {
        const repository = createRepository();
        const env = { ...repository.env, PYTHON: repository.fake("mine", goodPython()) };
        await pythonStep.make(contextFor(repository, { env }));
        assert.ok(pythonStep.ready(repository.at, env));
        assert.ok(pythonStep.ready(repository.at, repository.env));
    });

    it("is made with a newer Python when the first on PATH is too old", async () => {
        const repository = createRepository();
        repository.fake("python3", goodPython("3.10.12"));
        repository.fake("python3.13", goodPython("3.13.1"));
        assert.match(await pythonStep.make(contextFor(repository)), /Python 3\.13\.1/);
    });

    it("is made with the Python that the variable PYTHON names, and no other", async () => {
        const repository = createRepository();
        repository.fake("python3", goodPython());
        repository.env.PYTHON = repository.fake("mine", goodPython("3.14.0"));
        assert.match(await pythonStep.make(contextFor(repository)), /Python 3\.14\.0/);
        repository.env.PYTHON = "missing";
        assert.match(await failure(repository), /PYTHON=missing is not on PATH/);
    });

    it("names every Python that does not do, and what to install", async () => {
        const repository = createRepository();
        const old = repository.fake("python3", goodPython("3.9.2"));
        const broken = repository.fake("python", "echo no such library >&2; exit 127");
        assert.equal(
            await failure(repository),
            [
                "The local AWS services need Python 3.11 or newer with its venv module.",
                `  ${old} is 3.9.2`,
                `  ${broken} does not run: no such library`,
                "Install it (https://www.python.org/downloads/, apt install python3 python3-venv, brew install python), or name one",
                "with PYTHON=/path/to/python3. Then run: npm run setup",
            ].join("\n"),
        );
    });

    it("says when there is no Python at all", async () => {
        assert.match(await failure(createRepository()), /\n {2}There is no Python on PATH\.\n/);
    });

    it("names the package that brings a missing venv module", async () => {
        const repository = createRepository();
        repository.fake("python3", goodPython("3.11.2 ensurepip"));
        assert.match(
            await failure(repository),
            /\(3\.11\.2\) lacks ensurepip; on Debian and Ubuntu: apt install python3\.11-venv/,
        );
    });

    it("shows what a pip that failed said, and does not count as ready afterwards", async () => {
        const repository = createRepository();
        repository.fake("python3", goodPython());
        await pythonStep.make(contextFor(repository));
        const failing = goodPython().replace('echo "$*" >> "$CALLS"', "echo ERROR: no such distribution >&2; exit 1");
        repository.fake("python3", failing);
        const message = await failure(repository);
        assert.match(message, /could not be made: .* -m pip install .*\n {2}ERROR: no such distribution\n/);
        assert.equal(pythonStep.ready(repository.at, repository.env), undefined);
    });
});

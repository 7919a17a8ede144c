import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { removeTemporaryFolders, temporaryFolder } from "../support/temporary.ts";

describe("npm run doctor", () => {
    let clone: string;
    before(() => {
        clone = temporaryFolder();
        for (const name of [".github", "local/engine", "local/services", "policies", "stacks", "tools"]) {
            fs.cpSync(path.join(paths.root, name), path.join(clone, name), { recursive: true });
        }
        for (const name of fs
            .readdirSync(paths.root)
            .filter((file) => /^(package|Pulumi).*\.(json|yaml)$/.test(file))) {
            fs.copyFileSync(path.join(paths.root, name), path.join(clone, name));
        }
    });
    after(removeTemporaryFolders);

    function doctor(...args: string[]) {
        const env = { PATH: "", HOME: clone };
        return spawnSync(process.execPath, ["tools/doctor.mjs", ...args], { cwd: clone, encoding: "utf8", env });
    }

    it("works before the set-up, changes nothing, and says what to do first", () => {
        const { status, stdout, stderr } = doctor("--stack", "prod");
        assert.deepEqual([status, stderr], [2, ""]);
        assert.match(stdout, /! libraries: are not installed yet\n {2}\$ npm run setup\n/);
        assert.match(stdout, /! engine: is not set up yet: neither pulumi nor go is on PATH/);
        assert.match(stdout, /✗ aws: no credentials for prod, account 222222222222\n/);
        for (const made of [".platform", "node_modules"]) assert.ok(!fs.existsSync(path.join(clone, made)), made);
    });

    it("gives the same as JSON, and nothing else on standard output", () => {
        const { status, stdout } = doctor("--stack", "prod", "--format", "json");
        const { stack, findings } = JSON.parse(stdout);
        assert.deepEqual([status, stack], [2, "prod"]);
        assert.ok(
            findings.some(({ about, status: of }: Record<string, string>) => about === "azure" && of === "fails"),
        );
    });

    for (const { args, says } of [
        { args: ["--stack", "staging"], says: /^There is no stack "staging"/ },
        { args: ["--format", "xml"], says: /^Unknown format "xml": choose text or json with --format\.\n$/ },
        { args: ["--stak", "dev"], says: /^Unknown option '--stak'/ },
    ]) {
        it(`ends with 1 and one message when asked wrongly: ${args.join(" ")}`, () => {
            const { status, stdout, stderr } = doctor(...args);
            assert.deepEqual([status, stdout], [1, ""]);
            assert.match(stderr, says);
        });
    }
});

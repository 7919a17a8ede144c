import assert from "node:assert/strict";
import { verifyOptions } from "../../../operations/verify/options.ts";
import { STEPS } from "../../../operations/verify/steps/index.ts";
import { helpFor } from "../../../tools/run/help.mjs";

const options = (...args: string[]) => {
    const found = verifyOptions(["--stack", "local", ...args]);
    assert.ok(typeof found === "object");
    return found;
};

describe("the options of npm run verify", () => {
    it("run every step, with patience, for people to read", () => {
        const { steps, format, patienceMs, out } = options();
        assert.deepEqual([steps, format, patienceMs, out], [STEPS, "human", 180_000, undefined]);
    });

    it("choose steps, which keep their order", () => {
        const { steps } = options("--only", "locked", "--only", "scored");
        assert.deepEqual(
            steps.map(({ name }) => name),
            ["scored", "locked"],
        );
    });

    it("refuse what there is not, with what there is", () => {
        assert.throws(() => options("--only", "luck"), /No step is called "luck"\. There are keys, /);
        assert.throws(() => options("--format", "xml"), /Unknown format "xml": choose human, json, markdown/);
        assert.throws(() => options("--patience", "0"), /1 to 3600 seconds, got "0"/);
        assert.throws(() => verifyOptions([]), /Name the stack with --stack: dev, local, prod/);
        assert.throws(() => verifyOptions(["--stack", "test"]), /There is no stack "test"/);
    });

    it("name steps that differ and can be typed", () => {
        const names = STEPS.map(({ name }) => name);
        assert.equal(new Set(names).size, names.length);
        for (const name of names) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
    });

    it("explain every option and exit code", () => {
        const help = helpFor("operations/verify.ts", ["--help"]) ?? "";
        for (const word of [
            "--stack",
            "--only",
            "--list",
            "--format",
            "--out",
            "--patience",
            "0 all",
            "1 some",
            "2 some",
        ]) {
            assert.ok(help.includes(word), word);
        }
        assert.equal(verifyOptions(["--list"]), "list");
    });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { paths } from "../../tools/paths.mjs";

/** The numbers that a property would be tried with, in a process of its own. */
function sampled(seed?: string) {
    const { SEED: _, ...env } = process.env;
    const script = `
        import fc from "fast-check";
        import "./test/support/seed.ts";
        const seen = [];
        fc.assert(fc.property(fc.integer(), (number) => void seen.push(number)));
        console.log(JSON.stringify(seen));`;
    return spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
        cwd: paths.root,
        env: seed === undefined ? env : { ...env, SEED: seed },
        encoding: "utf8",
    });
}

describe("the inputs of properties", () => {
    const usual = sampled().stdout;

    it("are the same in every run", () => {
        assert.equal(sampled().stdout, usual);
    });

    it("are others where another seed is asked for, or a random one", () => {
        assert.notEqual(sampled("1").stdout, usual);
        assert.notEqual(sampled("random").stdout, usual);
    });

    it("are not begun with a seed that is none", () => {
        assert.match(sampled("today").stderr, /SEED is "today": it is a whole number, or "random"/);
    });
});

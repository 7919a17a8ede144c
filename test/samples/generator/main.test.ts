import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../samples/generator/main.ts";
import { helpFor } from "../../../tools/run/help.mjs";

let folder = "";

function run(...args: string[]): { code: number; said: string; complained: string } {
    let said = "";
    let complained = "";
    const code = main(
        args,
        (text) => {
            said += text;
        },
        (text) => {
            complained += text;
        },
    );
    return { code, said, complained };
}

describe("npm run samples", () => {
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "samples-"));
    });

    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    it("explains itself", () => {
        const said = helpFor("samples/generator/main.ts", ["--help"]) ?? "";
        for (const option of ["--seed", "--transactions", "--start", "--out", "--check"])
            assert.ok(said.includes(option));
    });

    it("writes a set and finds it as written", () => {
        const options = ["--seed", "4", "--transactions", "600", "--start", "2026-06-22", "--out", folder];
        assert.deepEqual(run(...options), {
            code: 0,
            said: `${folder}: 32 files, 600 transactions to be scored\n`,
            complained: "",
        });
        assert.deepEqual(readdirSync(join(folder, "expected")).sort(), [
            "card-numbers.txt",
            "labels.csv",
            "outcomes.json",
        ]);
        const { madeWith, scored } = JSON.parse(readFileSync(join(folder, "expected/outcomes.json"), "utf8"));
        assert.deepEqual(madeWith, { seed: 4, transactions: 600, start: "2026-06-22" });
        assert.equal(scored, 600);
        assert.equal(run(...options, "--check").code, 0);
    });

    it("says which files are not as they should be, and writes nothing when it checks", () => {
        const options = ["--transactions", "600", "--out", folder];
        run(...options);
        writeFileSync(join(folder, "expected/labels.csv"), "changed");
        writeFileSync(join(folder, "transactions/live/more.ndjson"), "");
        rmSync(join(folder, "expected/card-numbers.txt"));
        const { code, complained } = run(...options, "--check");
        assert.equal(code, 1);
        assert.equal(
            complained,
            [
                "samples: expected/card-numbers.txt is missing",
                "samples: expected/labels.csv differs from what the generator makes",
                "samples: transactions/live/more.ndjson is not made by the generator",
                "samples: run npm run samples and commit the result",
                "",
            ].join("\n"),
        );
        assert.equal(readFileSync(join(folder, "expected/labels.csv"), "utf8"), "changed");
    });

    it("does not mix two sets in one folder", () => {
        mkdirSync(join(folder, "transactions/live"), { recursive: true });
        writeFileSync(join(folder, "transactions/live/old.ndjson"), "");
        const { code, complained } = run("--out", folder);
        assert.equal(code, 2);
        assert.match(complained, /old\.ndjson is not of this set: remove it or choose another --out/);
        assert.deepEqual(readdirSync(folder), ["transactions"]);
    });

    it("names the file it cannot write", () => {
        writeFileSync(join(folder, "expected"), "");
        const { code, complained } = run("--out", join(folder, "expected"));
        assert.equal(code, 2);
        assert.match(complained, /^samples: cannot (write|read) .*expected.*\n$/);
    });

    for (const [args, message] of [
        [["--seed", "-1"], "Option '--seed' argument is ambiguous; --help shows the options"],
        [["--seed=-1"], '--seed must be a whole number from 0 to 2147483647, got "-1"'],
        [["--seed=1.5"], '--seed must be a whole number from 0 to 2147483647, got "1.5"'],
        [["--seed", "2147483648"], '--seed must be a whole number from 0 to 2147483647, got "2147483648"'],
        [["--transactions", "599"], '--transactions must be a whole number from 600 to 500000, got "599"'],
        [["--transactions", "many"], '--transactions must be a whole number from 600 to 500000, got "many"'],
        [["--start", "2026-02-30"], "--start must be a date from 2000-01-01 to 2099-12-31"],
        [["--start", "28.9.2026"], 'such as 2026-09-28, got "28.9.2026"'],
        [["--start", "1999-12-31"], 'got "1999-12-31"'],
        [["--seed", "7"], "say where with --out DIR"],
        [["--sed", "7"], "Unknown option '--sed'; --help shows the options"],
        [["card-network"], "Unexpected argument 'card-network'"],
        [["--out"], "'--out <value>' argument missing"],
    ] as const) {
        it(`refuses ${args.join(" ")} in one line`, () => {
            const { code, said, complained } = run(...args);
            assert.equal(code, 2);
            assert.equal(said, "");
            assert.ok(complained.includes(message), complained);
            assert.equal(complained.trim().split("\n").length, 1);
        });
    }
});

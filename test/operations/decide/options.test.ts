import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decideOptions } from "../../../operations/decide/options.ts";
import { helpFor } from "../../../tools/run/help.mjs";

const CARD = "4111 1111 1111 1111";
const ONE = ["--stack", "dev", "--id", "live:1", "--decision", "fraud", "--by", "a.meier@bank.example"];

describe("the options of npm run decide", () => {
    let folder: string;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "decide-"));
    });
    after(() => rm(folder, { recursive: true }));
    const fromFile = async (...lines: string[]) => {
        const file = join(folder, "decisions.csv");
        await writeFile(file, lines.join("\r\n"));
        return decideOptions(["--stack", "dev", "--file", file]);
    };

    it("are one decision, with a note or without", async () => {
        const one = { id: "live:1", decision: "fraud", by: "a.meier@bank.example" };
        assert.deepEqual(await decideOptions(ONE), { stack: "dev", given: [one], json: false });
        const { given, json } = Object(await decideOptions([...ONE, "--note", "seen in AT61, twice", "--json"]));
        assert.deepEqual([given, json], [[{ ...one, note: "seen in AT61, twice" }], true]);
        const help = helpFor("operations/decide.ts", ["--help"]) ?? "";
        assert.match(
            help.replaceAll("\n", " "),
            /Exit codes: 0 every decision stands; 1 an error, nothing was written; 2 some were/,
        );
    });

    for (const [args, says] of [
        [[], /Name the stack with --stack: dev, local, prod\./],
        [["--stack", "dev", "--id", "live:1"], /A decision needs --decision, --by; or many of them, --file\./],
        [[...ONE, "--id", "=1+1"], /The id "=1\+1" is none of a transaction: copy it from the alert\./],
        [[...ONE, "--decision", "maybe"], /The decision "maybe" is not known: choose fraud or legitimate\./],
        [[...ONE, "--by", "Anna Meier"], /"Anna Meier" cannot say who decided: give 1 to 64 letters/],
        [[...ONE, "--by", "a".repeat(65)], /cannot say who decided/],
        [[...ONE, "--note", "x".repeat(201)], /The note has 201 characters, and at most 200 are kept: shorten it\./],
        [[...ONE, "--note", "a\nb"], /The note holds a line end or an invisible mark/],
        [[...ONE, "--note", "to AT61 1904 3002 3457 3201 by phone"], /The note holds an IBAN: leave it out/],
        [[...ONE, "--file", "x.csv"], /--file holds the decisions with their id: leave --id out\./],
        [["--stack", "dev", "--file", "/none.csv"], /Cannot read \/none\.csv: ENOENT/],
    ] as const) {
        it(`end with a message for ${args.slice(-2).join(" ").replace("\n", " ").slice(0, 40) || "none"}`, () =>
            assert.rejects(decideOptions([...args]), { name: "UserError", message: says }));
    }

    it("refuse card numbers without saying them again", async () => {
        const digits = CARD.replaceAll(" ", "");
        for (const [name, value] of [
            ["--note", `card ${CARD}`],
            ["--by", digits],
            ["--id", ` ${digits}`],
        ] as const) {
            const fault: Error = await decideOptions([...ONE, name, value]).then(
                () => assert.fail("taken"),
                (error) => error,
            );
            assert.match(fault.message, /card number|who decided|none of a transaction/);
            assert.doesNotMatch(fault.message, /1111 ?1111/);
        }
    });

    it("are many decisions of a file, as spreadsheets write it", async () => {
        const { given } = Object(
            await fromFile(
                '\ufeff"id","decision","by","note"',
                'live:1,fraud,a.meier,"called, twice"',
                "",
                "live:2,legitimate,b.koch,",
            ),
        );
        assert.deepEqual(given, [
            { id: "live:1", decision: "fraud", by: "a.meier", note: "called, twice" },
            { id: "live:2", decision: "legitimate", by: "b.koch" },
        ]);
    });

    it("tell of all faults of a file together, by line", async () => {
        const lines = [
            "live:1,fraud,a.meier,",
            "live:2,perhaps,Anna Meier,",
            "live:1,legitimate,b.koch,",
            "live:3,fraud,a.meier",
            `live:4,fraud,a.meier,"${CARD}`,
            `live:5,fraud,a.meier,${CARD}`,
            "live:6,fraud,a.meier,called,twice",
            "\u001b[2J,fraud,a.meier,",
        ];
        const fault: Error = await fromFile("id,decision,by,note", ...lines).then(
            () => assert.fail("taken"),
            (error) => error,
        );
        const told = fault.message.split("\n").map((line) => line.trim().split(": ").slice(0, 2).join(": "));
        assert.match(told.shift() ?? "", /^Nothing of .*decisions\.csv was written/);
        assert.deepEqual(told, [
            'line 3: The decision "perhaps" is not known',
            'line 3: "Anna Meier" cannot say who decided',
            "line 4: the id of line 2 again",
            "line 5: 3 fields instead of 4",
            "line 6: a quote is opened and never closed",
            "line 7: The note holds what looks like a card number",
            "line 8: 5 fields instead of 4",
            'line 9: The id "?[2J" is none of a transaction',
        ]);
        assert.doesNotMatch(fault.message, /1111 1111/);
    });

    it("ask for the heading and for a decision below it", async () => {
        await assert.rejects(
            fromFile("live:1,fraud,a.meier,"),
            /must begin with the line id,decision,by,note, then one/,
        );
        await assert.rejects(fromFile(""), /must begin with the line/);
        await assert.rejects(fromFile("id,decision,by,note", ""), /holds no decision below its heading/);
    });
});

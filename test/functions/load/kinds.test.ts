import assert from "node:assert/strict";
import { fileCopyKey, fileLineKey, messageKey, rowsKey } from "../../../contract/files/quarantine.ts";
import { runsKey } from "../../../contract/files/report-run.ts";
import { KEYS, KINDS, type Kind } from "../../../functions/load/kinds.ts";
import { load } from "../../../functions/load/load.ts";
import { LOADABLE } from "../../../infra/storage/loadable.ts";
import { messages, recordKey, settings, world } from "./support.ts";

/** Names that a partner may give a file: what ends quoted text in SQL or JSON, and what looks like a part of the key. */
const NAMES = [
    "card-network/a.csv",
    `core-banking/it's "quoted" \\' ; DROP.ndjson`,
    "iso20022/version-1/row-0000000001.ndjson/x#2.xml",
    "card-network/two\nlines €.csv",
];
const MADE: Record<Kind, string[]> = {
    transactions: [recordKey(1)],
    quarantine: [
        messageKey("sqs:1"),
        ...NAMES.flatMap((name) => [rowsKey(name, "v1", 1), fileLineKey(name, "2~abc~")]),
    ],
    "report-runs": (["begun", "ended"] as const).map((which) => runsKey("one", "2026-10-08T01:00:00.000Z", which)),
};
const LIES_BELOW: Record<Kind, string> = {
    transactions: LOADABLE.records,
    quarantine: LOADABLE.quarantine,
    "report-runs": LOADABLE.reports,
};

describe("what is loaded", () => {
    for (const kind of KINDS) {
        it(`is known as ${kind} by every name that its writers give, and announced by S3`, () => {
            for (const key of MADE[kind]) {
                assert.deepEqual(
                    KINDS.filter((one) => KEYS[one].test(key)),
                    [kind],
                    key,
                );
                assert.ok(key.startsWith(LIES_BELOW[kind]), key);
            }
        });

        it(`is loaded as ${kind} by statements of its own, whatever stands in a name`, async () => {
            const { ports, runs } = world();
            const bucket = settings.buckets[kind];
            const { failures, objectsLoaded } = await load(messages(MADE[kind], 1, bucket), ports, settings);
            assert.deepEqual([...failures], []);
            assert.equal(objectsLoaded, MADE[kind].length);
            const [run, ...others] = runs;
            assert.deepEqual([others, run?.keys.toSorted()], [[], MADE[kind].toSorted()]);
            const table = kind.replace("-", "_");
            assert.ok(run?.statements[0]?.startsWith(`LOCK TABLE compliance.${table}`));
            const sql = run?.statements.join("\n") ?? "";
            assert.ok(sql.includes(`, '${table}', 's3://manifests/loads/_`), sql);
            // Redshift would take what follows a backslash for an escape, and a single quote for the end of the text.
            const [, names = ""] = /json_parse\('((?:[^']|'')*)'\)/.exec(sql) ?? [];
            assert.doesNotMatch(names, /\\/);
            const listed: string[] = JSON.parse(names.replaceAll("''", "'"));
            assert.deepEqual(listed.map(decodeURI).toSorted(), MADE[kind].toSorted());
        });
    }

    it("is no masked copy of a file", () => {
        const copy = fileCopyKey("card-network/a.csv", "v1", 1);
        assert.deepEqual(
            KINDS.filter((kind) => KEYS[kind].test(copy)),
            [],
        );
    });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ResourceRecord } from "../../policies/core/resource.ts";
import { paths } from "../../tools/paths.mjs";
import { programRecords } from "../support/program-records.ts";

const BUCKET = "aws:s3/bucket:Bucket";
const TABLE = "aws:dynamodb/table:Table";

/** What holds data, by the words that docs/recovery.md calls it by. */
const STORES: Readonly<Record<string, (name: string) => string>> = {
    [BUCKET]: (name) => `bucket \`${name}\``,
    [TABLE]: (name) => `table \`${name}\``,
    "aws:sqs/queue:Queue": () => "queues",
    "aws:kms/key:Key": () => "keys",
    "aws:redshiftserverless/namespace:Namespace": () => "warehouse",
    "aws:secretsmanager/secret:Secret": (name) => `secret \`${name}\``,
    "azure-native:storage:StorageAccount": (name) => `storage account \`${name}\``,
};

const page = readFileSync(join(paths.root, "docs", "recovery.md"), "utf8");
const [, table = ""] = /## Stores([\s\S]*?)\n## /.exec(page) ?? [];
const rows = table
    .split("\n")
    .filter((line) => /^\| (?!Store)/.test(line))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));

describe("docs/recovery.md", () => {
    let records: readonly ResourceRecord[];
    before(async () => {
        records = await programRecords("prod");
    });
    const ofType = (type: string) => records.filter((record) => record.type === type);

    it("says of every store of the program what is lost, how long it takes, and the steps, and of no other", () => {
        const wanted = Object.entries(STORES).flatMap(([type, named]) => ofType(type).map(({ name }) => named(name)));
        const told = rows.map(([store = ""]) => store);
        assert.deepEqual(
            told.filter((store) => store !== "state of Pulumi, bucket `state`").sort(),
            [...new Set(wanted)].sort(),
        );
        for (const cells of rows)
            assert.ok(cells.length === 6 && cells.every((cell) => cell !== ""), cells.join(" | "));
    });

    it("names steps that are there, by their heading", () => {
        const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, text = ""]) =>
            text.toLowerCase().replaceAll(" ", "-"),
        );
        const links = [...table.matchAll(/\(#([\w-]+)\)/g)].map(([, link = ""]) => link);
        assert.deepEqual(
            links.filter((link) => !headings.includes(link)),
            [],
        );
    });

    it("rests on safeguards that the program sets: points in time, locks, versions, and days to cancel", () => {
        for (const { name, props } of ofType(TABLE)) {
            assert.deepEqual(props.pointInTimeRecovery, { enabled: true, recoveryPeriodInDays: 35 }, name);
            assert.equal(props.deletionProtectionEnabled, true, name);
        }
        for (const { name, props } of ofType("aws:kms/key:Key")) assert.equal(props.deletionWindowInDays, 30, name);
        const locked = ofType("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration").map(
            ({ name }) => name,
        );
        assert.deepEqual(locked.sort(), ["audit-trail", "records", "reports"]);
        const versioned = ofType("aws:s3/bucketVersioning:BucketVersioning").map(({ name }) => name);
        assert.deepEqual(
            versioned.sort(),
            ofType(BUCKET)
                .map(({ name }) => name)
                .sort(),
        );
    });
});

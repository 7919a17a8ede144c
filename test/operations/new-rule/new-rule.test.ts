import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { askedRule } from "../../../operations/new-rule/asked.ts";
import { roomFor } from "../../../operations/new-rule/room.ts";
import { withRoom, withRule } from "../../../operations/new-rule/texts.ts";
import { paths } from "../../../tools/paths.mjs";
import { helpFor } from "../../../tools/run/help.mjs";
import { testRun } from "../../../tools/run/test-run.mjs";
import { type ProgramCopy, programCopy } from "../../e2e/support/program-copy.ts";

const VALUES = {
    severity: "medium",
    controls: "nist:CM-6,iso:A.8.9",
    property: "enabled",
    scope: "resource",
    why: "Without it somebody could read what is meant for others.",
    fix: "Set it to true in the program",
};
const TYPE = "aws:s3/bucket:Bucket";
const ask = (name: string, values: Partial<typeof VALUES> & { type?: string } = {}) =>
    askedRule([name], { ...VALUES, ...values });

describe("a new rule", () => {
    it("is about what others of its first word are about, unless its type is said", () => {
        assert.equal(ask("sqs-sealed").type, "aws:sqs/queue:Queue");
        assert.equal(ask("s3-sealed").type, TYPE);
        assert.equal(ask("sqs-sealed", { type: "aws:s3/bucketV2:BucketV2" }).type, TYPE);
        assert.equal(
            ask("azure-sealed", { type: "azure-native:storage/v20230101:StorageAccount" }).type,
            "azure-native:storage:StorageAccount",
        );
        assert.throws(() => ask("unheard-of"), /Say with --type what it judges, such as aws:s3\/bucket:Bucket/);
    });

    it("may still say nothing of controls, but no control that there is none of, and not of one framework alone", () => {
        assert.deepEqual(ask("s3-sealed", { controls: "" }).controls, []);
        assert.throws(
            () => ask("s3-sealed", { controls: "pci:3.99,nist:CM-6" }),
            /s3-sealed: "3\.99" is no number of PCI DSS/,
        );
        assert.throws(
            () => ask("s3-sealed", { controls: "nist:CM-6,nist:SC-8" }),
            /names nist alone: name controls of two/,
        );
    });

    for (const { name, values = {}, says } of [
        { name: "", says: /Name the rule, such as s3-versioned/ },
        { name: "s3-versioned", says: /There is a rule s3-versioned already/ },
        ...["S3-Sealed", "s3_sealed", "sealed", "s3--sealed", "../s3-sealed", "3s-sealed", "index"].map((wrong) => ({
            name: wrong,
            values: { type: TYPE },
            says: /is no name of a rule: two or more words of small letters with hyphens/,
        })),
        {
            name: "azure-sealed",
            values: { type: TYPE },
            says: /A rule about aws:s3\/bucket:Bucket does not begin with azure-/,
        },
        { name: "blob-sealed", values: { type: "azure-native:storage:Blob" }, says: /begins with azure-/ },
        { name: "s3-sealed", values: { type: "Bucket" }, says: /"Bucket" is no type of the engine/ },
        {
            name: "s3-sealed",
            values: { severity: "grave" },
            says: /--severity takes low, medium, high, critical, got "grave"/,
        },
        { name: "s3-sealed", values: { scope: "all" }, says: /--scope takes resource or stack/ },
        { name: "s3-sealed", values: { property: "a b" }, says: /"a b" is no property/ },
        { name: "s3-sealed", values: { why: 'It says "no".' }, says: /must be one line without quotes/ },
        {
            name: "x",
            values: { type: TYPE, severity: "grave", property: "" },
            says: /no name of a rule.*\n--severity.*\n"" is no property/,
        },
    ] as { name: string; values?: Partial<typeof VALUES> & { type?: string }; says: RegExp }[]) {
        it(`is refused as "${name}" with ${JSON.stringify(values)}`, () => {
            assert.throws(() => ask(name, values), says);
        });
    }

    it("goes into the list where its name belongs: at the begin, between two, before a longer one, at the end", () => {
        const index = readFileSync(join(paths.policyPack, "rules", "sqs", "index.ts"), "utf8");
        for (const name of ["aaa-first", "sqs-dead-letter", "sqs-sealed", "zzz-last"]) {
            const names = [...withRule(index, name).matchAll(/from "\.\/(.+)\.ts"/g)].map(([, of = ""]) => of);
            assert.deepEqual(names, [...names].sort(), name);
            const listed = [...withRule(index, name).matchAll(/^ {4}(\w+),$/gm)].map(([, id = ""]) => id);
            assert.equal(listed.length, names.length);
            assert.equal(
                listed[names.indexOf(name)],
                name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
            );
        }
    });
    it("lies where most rules lie whose names begin with as many of its words, else in a folder of its own", () => {
        const rooms = ["azure-storage-sealed", "azure-sealed", "kms-sealed", "trail-sealed", "rds-sealed"].map(roomFor);
        assert.deepEqual(rooms, ["azure-storage", "azure", "keys", "audit", "rds"]);
    });

    it("brings its folder into the list of folders, where its name belongs", () => {
        const list = readFileSync(join(paths.policyPack, "rules", "rooms.ts"), "utf8");
        for (const room of ["aaa", "rds", "zzz"]) {
            const text = withRoom(list, room);
            const imported = [...text.matchAll(/from "\.\/(.+)\/index\.ts"/g)].map(([, of = ""]) => of);
            const listed = [...text.matchAll(/^ {4}"?([\w-]+)"?: \w+Rules,$/gm)].map(([, of = ""]) => of);
            assert.ok(imported.includes(room));
            assert.deepEqual([imported, listed], [[...imported].sort(), imported]);
        }
    });
});

describe("npm run new:rule", () => {
    let copy: ProgramCopy;
    before(() => {
        copy = programCopy();
        for (const part of ["policies", "support"]) {
            cpSync(join(paths.root, "test", part), join(copy.root, "test", part), { recursive: true });
        }
    });
    after(() => copy.remove());

    const node = (...args: string[]) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy.root, encoding: "utf8" });
        return { status, text: `${stdout}${stderr}` };
    };
    const newRule = (...args: string[]) => node("tools/run.mjs", "operations/new-rule.ts", ...args);
    const tests = (...files: string[]) => node(...testRun(files));
    const file = (name: string) => readFileSync(join(copy.root, name), "utf8");

    it("explains itself", () =>
        assert.match(helpFor("operations/new-rule.ts", ["--help"]) ?? "", /^Usage: npm run new:rule NAME/));

    it("writes a rule and a test that passes, of a type that no rule knew too, as the formatter has them", () => {
        const { status, text } = newRule(
            "rds-sealed",
            "--type",
            "aws:rds/instance:Instance",
            "--property",
            "seal.isOn",
        );
        assert.equal(status, 0, text);
        assert.match(
            text,
            /^Written:\n {2}policies\/rules\/rds\/rds-sealed\.ts\n {2}test\/policies\/rules\/rds\/rds-sealed\.test\.ts\n/,
        );
        assert.match(text, /aws:rds\/instance:Instance is no longer refused as undecided/);
        assert.equal(newRule("s3-sealed", "--controls", "pci:3.5.1,nist:SC-28(1)", "--scope", "stack").status, 0);
        const made = ["rds/rds-sealed", "s3/s3-sealed"].map((name) => `test/policies/rules/${name}.test.ts`);
        const ran = tests(...made);
        assert.equal(ran.status, 0, ran.text);
        assert.match(ran.text, / 14 passing/);
        const biome = join(paths.nodeModules, "@biomejs", "biome", "bin", "biome");
        const written = [...made, "policies/rules", "policies/checks/types.ts"];
        const formatted = node(biome, "check", "--vcs-enabled=false", ...written);
        assert.equal(formatted.status, 0, formatted.text);
    });

    it("leaves the tests of all rules failing until somebody says why it is, how to mend and what it serves", () => {
        const houses = ["test/policies/rules/index.test.ts", "test/policies/frameworks/index.test.ts"];
        const { status, text } = tests(...houses, "--grep", "rds-sealed");
        assert.notEqual(status, 0);
        assert.match(text, /policies\/rules\/rds\/rds-sealed\.ts still says TODO/);
        assert.match(text, /policies\/rules\/rds\/rds-sealed\.ts serves no framework alone: name in its controls/);
        const rule = file("policies/rules/rds/rds-sealed.ts")
            .replace(/why: ".*"/, `why: "${VALUES.why}"`)
            .replace(/fix: ".*"/, `fix: "${VALUES.fix}"`)
            .replace("controls: []", 'controls: ["nist:CM-6", "iso:A.8.9"]');
        writeFileSync(join(copy.root, "policies/rules/rds/rds-sealed.ts"), rule);
        const again = tests(...houses, "--grep", "rds-sealed|are all listed|have a test each");
        assert.equal(again.status, 0, again.text);
    });

    it("writes nothing over what is there", () => {
        const before = file("policies/rules/s3/index.ts");
        const twice = newRule("rds-sealed", "--type", "aws:rds/instance:Instance");
        assert.deepEqual([twice.status, /There is a rule rds-sealed already/.test(twice.text)], [1, true]);
        writeFileSync(join(copy.root, "test/policies/rules/s3/s3-other.test.ts"), "// mine\n");
        const beside = newRule("s3-other");
        assert.equal(beside.status, 1);
        assert.match(beside.text, /test\/policies\/rules\/s3\/s3-other\.test\.ts exists already/);
        assert.equal(file("policies/rules/s3/index.ts"), before);
    });
});

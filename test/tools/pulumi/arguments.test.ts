import assert from "node:assert/strict";
import { readArguments, underGuardrails } from "../../../tools/pulumi/arguments.mjs";

const nothing = { stack: undefined, needsBackend: false, needsStack: false, selects: false };
const works = { ...nothing, needsBackend: true, needsStack: true };

describe("the arguments of the Pulumi wrapper", () => {
    for (const { line, says } of [
        { line: "preview --stack prod --policy-pack policies", says: { ...works, stack: "prod" } },
        { line: "up -s dev --yes", says: { ...works, stack: "dev" } },
        { line: "up --stack=dev", says: { ...works, stack: "dev" } },
        { line: "destroy -sdev", says: { ...works, stack: "dev" } },
        {
            line: "-C elsewhere refresh --stack organization/compliance-platform/local",
            says: { ...works, stack: "local" },
        },
        { line: "preview", says: works },
        { line: "config set a:b -- --stack prod", says: works },
        { line: "stack", says: works },
        { line: "stack output --stack dev", says: { ...works, stack: "dev" } },
        { line: "stack select prod", says: { ...works, stack: "prod", selects: true } },
        { line: "stack init --secrets-provider awskms://k dev", says: { ...initialises("dev"), selects: true } },
        { line: "stack init dev --no-select", says: initialises("dev") },
        { line: "stack rm dev --yes", says: initialises("dev") },
        { line: "stack ls", says: { ...works, needsStack: false } },
        { line: "version", says: nothing },
        { line: "", says: nothing },
        { line: "--color never plugin ls", says: nothing },
        { line: "up --help", says: nothing },
    ]) {
        it(`are understood: pulumi ${line}`, () => {
            assert.deepEqual(readArguments(line.split(" ").filter((word) => word !== "")), says);
        });
    }
});

describe("the guardrails of the Pulumi wrapper", () => {
    const guarded = (line: string) => underGuardrails(line.split(" "), "/bank/policies", "/bank").join(" ");

    for (const { line, becomes } of [
        { line: "up --yes", becomes: "up --policy-pack /bank/policies --yes" },
        { line: "update", becomes: "update --policy-pack /bank/policies" },
        { line: "pre -s dev", becomes: "pre --policy-pack /bank/policies -s dev" },
        { line: "watch", becomes: "watch --policy-pack /bank/policies" },
        {
            line: "--stack up -v 3 up --skip-preview",
            becomes: "--stack up -v 3 up --policy-pack /bank/policies --skip-preview",
        },
        { line: "up --policy-pack theirs", becomes: "up --policy-pack /bank/policies --policy-pack theirs" },
    ]) {
        it(`are added: pulumi ${line}`, () => assert.equal(guarded(line), becomes));
    }

    for (const { line, becomes } of [
        { line: "preview --policy-pack policies", becomes: "preview --policy-pack /bank/policies" },
        // From that folder Pulumi would read another pack of the same name.
        { line: "-C docs up --policy-pack policies", becomes: "-C docs up --policy-pack /bank/policies" },
        { line: "up --policy-pack=./policies --yes", becomes: "up --policy-pack /bank/policies --yes" },
        { line: "up -- --policy-pack theirs", becomes: "up --policy-pack /bank/policies -- --policy-pack theirs" },
    ]) {
        it(`are named by their whole path: pulumi ${line}`, () => assert.equal(guarded(line), becomes));
    }

    for (const line of [
        "up --policy-pack=theirs,/bank/policies",
        "up --policy-pack /bank/policies",
        "refresh --preview-only",
        "destroy --yes",
        "stack output up",
        "import --file resources.json",
        "--version",
    ]) {
        it(`are there already, or have nothing to check: pulumi ${line}`, () => assert.equal(guarded(line), line));
    }

    for (const { line, why } of [
        { line: "up --policy-pack-config off.json", why: /could switch guardrails off/ },
        { line: "preview --policy-pack theirs --policy-pack-config=off.json", why: /could switch guardrails off/ },
        // Pulumi would take `file` for the value of the flag, and `up` for the command.
        { line: "--event-log file up", why: /Put the command first.*--event-log/ },
        { line: "--suppress-outputs up", why: /Put the command first/ },
        { line: "-- up", why: /Put the command first/ },
    ]) {
        it(`cannot be got around: pulumi ${line}`, () => assert.throws(() => guarded(line), { message: why }));
    }
});

function initialises(stack: string) {
    return { ...works, stack, needsStack: false };
}

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

    for (const line of [
        "preview --policy-pack policies",
        "up --policy-pack=theirs,/bank/policies",
        "refresh --preview-only",
        "destroy --yes",
        "stack output up",
    ]) {
        it(`are there already, or have nothing to check: pulumi ${line}`, () => assert.equal(guarded(line), line));
    }
});

function initialises(stack: string) {
    return { ...works, stack, needsStack: false };
}

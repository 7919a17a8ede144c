import assert from "node:assert/strict";
import { readArguments } from "../../../tools/pulumi/arguments.mjs";

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

function initialises(stack: string) {
    return { ...works, stack, needsStack: false };
}

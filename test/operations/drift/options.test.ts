import assert from "node:assert/strict";
import { driftOptions } from "../../../operations/drift/options.ts";

const TOPIC = "arn:aws:sns:eu-west-1:222222222222:operations";

describe("the options of drift", () => {
    it("have defaults for all but the stack", () => {
        assert.deepEqual(driftOptions(["--stack", "prod"]), {
            stack: "prod",
            format: "text",
            out: [],
            history: undefined,
            topic: undefined,
            timeoutSeconds: 1800,
            undeployed: false,
            managedOnly: false,
        });
    });

    it("may name several files, a history, a topic and a time", () => {
        const args = ["--out", "a.json", "--out", "a.md", "--history", "h", "--notify", TOPIC, "--timeout", "60"];
        const { out, history, topic, timeoutSeconds } = driftOptions(["--stack", "prod", ...args]);
        assert.deepEqual([out, history, topic, timeoutSeconds], [["a.json", "a.md"], "h", TOPIC, 60]);
    });

    for (const [args, fault] of [
        [[], /Name the stack with --stack: dev, local, prod\./],
        [["--stack", "nowhere"], /There is no stack "nowhere"/],
        [
            ["--stack", "prod", "--format", "xml"],
            /Unknown format "xml": choose text, json, markdown, sarif, junit, ignores\./,
        ],
        [["--stack", "prod", "--notify", "operations"], /--notify takes the ARN of an SNS topic, got "operations"\./],
        [["--stack", "local", "--notify", TOPIC], /The stack local has nobody to notify/],
        [["--stack", "prod", "--timeout", "soon"], /--timeout must be 1 to 86400 seconds, got "soon"\./],
        [["--stack", "prod", "--timeout", "0"], /--timeout must be 1 to 86400 seconds/],
    ] as [string[], RegExp][]) {
        it(`refuse ${args.join(" ") || "none"}, and say what would be right`, () => {
            assert.throws(() => driftOptions(args), fault);
        });
    }
});

import assert from "node:assert/strict";
import type { Patient } from "../../../tools/doctor/finding.mjs";
import { quotasOf } from "../../../tools/doctor/quotas.mjs";
import { removeTemporaryFolders } from "../support/temporary.ts";
import { failing, patient } from "./patient.ts";

const asked = { service: "lambda", code: "L-B99A9384" };
const compared = [
    { of: "Lambda", name: "Concurrent executions", needed: 205, asked, had: { value: 10 } },
    { of: "VPC", name: "VPCs per Region", needed: 1, asked: { service: "vpc" }, had: { value: 5 } },
    { of: "SageMaker", name: "ml.c5.xlarge for endpoint usage", needed: 16, asked, had: { why: "AccessDenied: no" } },
];

describe("what the doctor says of an account's limits", () => {
    afterEach(removeTemporaryFolders);

    function asking(stdout: string, lines = stdout) {
        const calls: (readonly string[])[] = [];
        const run: Patient["run"] = async (_, args) => {
            calls.push(args);
            return { code: 2, stdout, lines };
        };
        const one = patient({ stack: "prod", run });
        one.env.AWS_ACCESS_KEY_ID = "AKIDEXAMPLE";
        return { one, calls };
    }

    it("is what the stack needs more of, and where to ask for it", async () => {
        const { one, calls } = asking(JSON.stringify({ compared }));
        const found = await quotasOf(one);
        assert.equal(
            failing(found),
            "quotas: Lambda, Concurrent executions: the account has 10, and prod needs 205 | Ask for 205 under Service Quotas (lambda, L-B99A9384), some days before an update.",
        );
        assert.deepEqual(
            found.filter(({ status }) => status !== "fails").map(({ says }) => says),
            ["2 of 3 limits are known", "SageMaker, ml.c5.xlarge for endpoint usage: AccessDenied: no"],
        );
        assert.deepEqual(calls[0]?.slice(2), ["operations/quotas.ts", "--stack", "prod", "--ask", "--format", "json"]);
    });

    it("is a note where they could not be asked, since the credentials tell of themselves", async () => {
        const { one } = asking("", "\nThese credentials are of account 1\n");
        assert.deepEqual(await quotasOf(one), [
            { about: "quotas", status: "note", says: "could not be asked: These credentials are of account 1" },
        ]);
    });

    it("is nothing without credentials, and nothing of the local cloud", async () => {
        const { one, calls } = asking("");
        delete one.env.AWS_ACCESS_KEY_ID;
        assert.deepEqual(await quotasOf(one), []);
        assert.deepEqual(await quotasOf({ ...asking("").one, stack: "local" }), []);
        assert.deepEqual(calls, []);
    });
});

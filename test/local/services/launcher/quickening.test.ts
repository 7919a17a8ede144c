import assert from "node:assert/strict";
import { runPython } from "../support/python.ts";

describe("launcher quickening", () => {
    it("works the same thing out once, answers as before and lets nobody change what another gets", async () => {
        const said = JSON.parse(await runPython("quickened.py"));
        assert.deepEqual(said, {
            checkedOnce: true,
            sound: true,
            faulty: true,
            // With the token that ends them all.
            tokensOfTheNext: 4,
            actions: [["s3:Get"], ["s3:Put"]],
            parsed: ["s3:List"],
            sameCopy: true,
            apart: "x",
            sameSizes: true,
            checks: [
                ["dynamodb:PutItem", "one"],
                ["dynamodb:PutItem", "two"],
                ["dynamodb:DeleteItem", "one"],
            ],
            odd: true,
        });
    });
});

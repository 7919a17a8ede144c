import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { isConfirmed } from "../../../operations/up/confirm.ts";

const answered = async (answer: string | undefined) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const confirmed = isConfirmed("prod", { input, output });
    if (answer === undefined) input.end();
    else input.write(`${answer}\n`);
    return { is: await confirmed, asked: String(output.read()) };
};

describe("the question before an update", () => {
    it("is answered by the name of the stack", async () => {
        const { is, asked } = await answered("prod");
        assert.equal(is, true);
        assert.match(asked, /Type prod to change it, anything else to leave it/);
    });

    for (const answer of ["", "y", "yes", "dev", "production", undefined]) {
        it(`is a no at ${answer === undefined ? "a closed terminal" : `"${answer}"`}`, async () => {
            assert.equal((await answered(answer)).is, false);
        });
    }
});

import assert from "node:assert/strict";
import { runPython } from "../support/python.ts";

describe("launcher guard", () => {
    it("stops the start when a fragment to correct is not there", async () => {
        const said = await runPython("different_code.py", ["fragment"]);
        assert.match(
            said,
            /^Refused ministack.services.sqs._receive_messages_for_esm is not what ministack 1.5.33 has/,
        );
        assert.match(said, /npm run setup$/);
    });

    it("stops the start when a function takes other parameters", async () => {
        const said = await runPython("different_code.py", ["parameters"]);
        assert.match(said, /^Refused ministack.app._collect_scripts .* should be \(dirs\), found \(\*dirs, more\)/);
    });

    it("stops the start when a function is gone", async () => {
        const said = await runPython("different_code.py", ["missing"]);
        assert.match(said, /^Refused ministack.services.sqs._receive_messages_for_esm .* it is not there/);
    });

    it("knows every name that may be left out", async () => {
        const started = runPython("start_script.py", ["no-such-correction"]);
        await assert.rejects(
            started,
            /no correction is called no-such-correction. There are: absent-services, administrator-key/,
        );
    });
});

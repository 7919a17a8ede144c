import assert from "node:assert/strict";
import { errorIn } from "../../../operations/start/function-errors.ts";

describe("the error in a log line", () => {
    const line = {
        level: "ERROR",
        service: "unpack",
        message: "file not unpacked",
        error: { message: "access denied" },
    };
    for (const { title, text, says } of [
        {
            title: "names the function, what failed and why",
            text: JSON.stringify(line),
            says: "unpack: file not unpacked: access denied",
        },
        {
            title: "takes the cause where an answer to a queue tells it",
            text: JSON.stringify({ level: "ERROR", service: "load", message: "message failed", cause: "refused" }),
            says: "load: message failed: refused",
        },
        {
            title: "is none when the line only informs",
            text: JSON.stringify({ ...line, level: "INFO" }),
            says: undefined,
        },
        {
            title: "is none when the line is Lambda's own",
            text: "START RequestId: 1 Version: $LATEST",
            says: undefined,
        },
    ]) {
        it(title, () => assert.equal(errorIn(text), says));
    }
});

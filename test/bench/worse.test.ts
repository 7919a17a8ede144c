import assert from "node:assert/strict";
import { worseThan } from "../../bench/worse.ts";

const before = new Map([
    ["preview", 0.8],
    ["rate", 0.3],
]);

describe("what got worse since the committed page", () => {
    for (const { title, findings, says } of [
        {
            title: "names a ratio that rose by more than a tenth",
            findings: [{ ratio: "preview", value: 0.89, atMost: 0.8 }],
            says: ["worse by 11 %: preview is 0.89, and was 0.80"],
        },
        {
            title: "names a ratio that fell by more than a tenth where at least so much is asked",
            findings: [{ ratio: "rate", value: 0.2, atLeast: 0.25 }],
            says: ["worse by 50 %: rate is 0.20, and was 0.30"],
        },
        {
            title: "takes a ratio without a target for the better the lower it is",
            findings: [{ ratio: "preview", value: 1.6 }],
            says: ["worse by 100 %: preview is 1.60, and was 0.80"],
        },
        { title: "bears a tenth", findings: [{ ratio: "preview", value: 0.87, atMost: 0.8 }], says: [] },
        {
            title: "has nothing to say of what got better",
            findings: [
                { ratio: "preview", value: 0.4, atMost: 0.8 },
                { ratio: "rate", value: 0.6, atLeast: 0.25 },
            ],
            says: [],
        },
        { title: "has nothing to compare a new ratio with", findings: [{ ratio: "new", value: 9 }], says: [] },
        { title: "compares no seconds", findings: [{ what: "preview", figure: "99 s", target: "" }], says: [] },
    ]) {
        it(title, () => assert.deepEqual(worseThan(before, findings), says));
    }
});

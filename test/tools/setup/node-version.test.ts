import assert from "node:assert/strict";
import path from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { nodeVersionFault, satisfies } from "../../../tools/setup/node-version.mjs";

const range = "^20.19.0 || ^22.12.0 || >=24.0.0";

describe("the check of the Node version", () => {
    for (const { version, fits } of [
        { version: "20.19.0", fits: true },
        { version: "20.18.3", fits: false },
        { version: "21.7.0", fits: false },
        { version: "22.11.0", fits: false },
        { version: "22.20.1", fits: true },
        { version: "23.5.0", fits: false },
        { version: "26.0.0-nightly", fits: true },
    ]) {
        it(`${fits ? "accepts" : "refuses"} ${version}`, () => assert.equal(satisfies(version, range), fits));
    }

    it("refuses a range that it cannot read, so that nobody edits the check away by accident", () => {
        assert.throws(() => satisfies("20.19.0", "~20"), /does not know: ~20/);
    });

    it("names the version, the range of package.json and where to get another one", () => {
        const fault = nodeVersionFault(path.join(paths.root, "package.json"), "18.20.0");
        assert.match(fault ?? "", /^Node 18\.20\.0 cannot run this platform: it needs \^20\.19\.0/);
        assert.match(fault ?? "", /nodejs\.org/);
    });

    it("is content with the Node of these tests", () => {
        assert.equal(nodeVersionFault(path.join(paths.root, "package.json")), undefined);
    });
});

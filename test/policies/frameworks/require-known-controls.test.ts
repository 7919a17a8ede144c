import assert from "node:assert/strict";
import { requireKnownControls } from "../../../policies/frameworks/require-known-controls.ts";
import { rules } from "../../../policies/rules/index.ts";

function refusal(...controls: string[]): string {
    try {
        requireKnownControls([{ name: "sqs-encrypted", controls }]);
    } catch (error) {
        return (error as Error).message;
    }
    return "";
}

describe("the controls that rules name", () => {
    it("are accepted when the frameworks have them", () => {
        assert.equal(refusal("pci:3.5.1", "nist:SC-28(1)", "sox:802-records", "iso:A.8.24"), "");
        requireKnownControls(rules);
    });

    it("are refused with the rule, the number, the framework, and what it has there", () => {
        const said = refusal("pci:3.99");
        assert.match(said, /^1 control is in no framework of policies\/frameworks:\n {2}sqs-encrypted: /);
        assert.match(
            said,
            /"3\.99" is no number of PCI DSS 4\.0\.1, which has 3\.2\.1, 3\.4\.1, 3\.5\.1.* there\. Name/,
        );
    });

    it("are refused when the framework is none, or there is no number", () => {
        assert.match(
            refusal("hipaa:164.312"),
            /"hipaa:164\.312" names no framework; write iso, nist, pci, sox, a colon/,
        );
        assert.match(refusal("3.5.1"), /"3\.5\.1" names no framework/);
        assert.match(refusal(""), /"" names no framework/);
        assert.match(refusal("pci:"), /"" is no number of PCI DSS 4\.0\.1\. Name/);
    });

    it("are not taken for known by what every object has", () => {
        assert.match(refusal("pci:constructor"), /"constructor" is no number of PCI DSS/);
        assert.match(refusal("constructor"), /names no framework/);
    });

    it("are refused all together", () => {
        const said = refusal("pci:3.99", "nist:SC-28(1)", "iso:A.9.1");
        assert.deepEqual(said.match(/^.*(?= controls)|(?<=sqs-encrypted: )"[^"]*"/gm), ["2", '"3.99"', '"A.9.1"']);
    });
});

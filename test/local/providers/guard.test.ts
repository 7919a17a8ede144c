import assert from "node:assert/strict";
import { refusalToRun } from "../../../local/providers/guard.ts";

describe("a stand-in near a real cloud", () => {
    const backend = "file:///work/state";
    const refused = [
        {
            title: "without its marker",
            environment: { PULUMI_BACKEND_URL: backend },
            says: /COMPLIANCE_STAND_IN is not 1/,
        },
        {
            title: "with another marker",
            environment: { COMPLIANCE_STAND_IN: "yes", PULUMI_BACKEND_URL: backend },
            says: /COMPLIANCE_STAND_IN is not 1/,
        },
        { title: "without a backend", environment: { COMPLIANCE_STAND_IN: "1" }, says: /the backend is not given/ },
        {
            title: "on a bucket",
            environment: { COMPLIANCE_STAND_IN: "1", PULUMI_BACKEND_URL: "s3://states" },
            says: /the backend is s3, not file/,
        },
        {
            title: "on Pulumi Cloud",
            environment: { COMPLIANCE_STAND_IN: "1", PULUMI_BACKEND_URL: "https://api.pulumi.com" },
            says: /the backend is https, not file/,
        },
    ];
    for (const { title, environment, says } of refused) {
        it(`refuses to run ${title}`, () => assert.match(refusalToRun(environment) ?? "", says));
    }

    it("runs with the marker on a file backend", () => {
        assert.equal(refusalToRun({ COMPLIANCE_STAND_IN: "1", PULUMI_BACKEND_URL: backend }), undefined);
    });
});

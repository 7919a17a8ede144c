import assert from "node:assert/strict";
import { adviceFor } from "../../../operations/preview/advice.ts";

const advice = (error: string, offline = false) => adviceFor({ errors: [error], stack: "prod", offline });

describe("the advice of a preview that failed", () => {
    for (const { error, says } of [
        {
            error: 'error: failed to load checkpoint: blob (key ".pulumi"): AccessDenied',
            says: /aws sso login.*--offline\.$/,
        },
        {
            error: "no EC2 IMDS role found, failed to refresh cached credentials",
            says: /Log in to the account of prod/,
        },
        { error: "AADSTS700016: Application was not found", says: /az login.*--offline\.$/ },
        { error: "error: incorrect passphrase", says: /PULUMI_CONFIG_PASSPHRASE.*--offline\.$/ },
        { error: "error: the stack is currently locked by 1 lock(s)", says: /npm run pulumi -- cancel --stack prod/ },
        { error: "no resource plugin 'pulumi-resource-aws' found in the workspace", says: /npm run setup/ },
        { error: "spawn pulumi ENOENT", says: /npm run setup/ },
        { error: "dial tcp: lookup s3.eu-west-1.amazonaws.com: no such host", says: /network/ },
        { error: "this Pulumi engine was built for the stack local alone", says: /official Pulumi CLI/ },
        {
            error: "Running program 'infra/index.ts' failed with an unhandled exception:\nError: AccessDenied",
            says: /npm run guard -- --stack prod/,
        },
        { error: "something nobody has seen", says: /npm run guard -- --stack prod/ },
    ]) {
        it(`is one line that helps: ${error.split("\n")[0]}`, () => {
            const lines = advice(error);
            assert.equal(lines.length, 1);
            assert.match(lines[0] ?? "", says);
        });
    }

    it("does not advise to do offline what already was", () => {
        assert.doesNotMatch(advice("no resource plugin 'aws' found", true).join(), /--offline/);
    });

    it("is one line for many errors, the one that is known to help", () => {
        const errors = ["aws:sqs/queue:Queue resource 'x' has a problem: grpc", "no resource plugin 'aws' found"];
        assert.deepEqual(adviceFor({ errors, stack: "dev", offline: true }), [
            "Install what is missing: npm run setup, and npm run pulumi -- plugin install.",
        ]);
    });
});

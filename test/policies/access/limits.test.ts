import assert from "node:assert/strict";
import { accessIn } from "../../../policies/access/access.ts";
import { graphOf } from "../../../policies/core/run-rule.ts";
import { type Given, record, unknown } from "../../support/run-rule.ts";

const ACCOUNT = "222222222222";
const TRUST = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };
const document = (...Statement: object[]) => JSON.stringify({ Statement });
const BUCKET: Given = { type: "aws:s3/bucket:Bucket", name: "records", props: { arn: "arn:aws:s3:::records" } };
const ROLE: Given = {
    type: "aws:iam/role:Role",
    name: "report",
    props: {
        arn: `arn:aws:iam::${ACCOUNT}:role/report`,
        permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/boundaries/limit`,
        assumeRolePolicy: document(TRUST),
        inlinePolicies: [
            {
                policy: document({
                    Effect: "Allow",
                    Action: ["s3:GetObject", "s3:PutObject"],
                    Resource: "arn:aws:s3:::records/*",
                }),
            },
        ],
    },
};
const fn = (name: string, subnetIds: string[]): Given => ({
    type: "aws:lambda/function:Function",
    name,
    props: { role: `arn:aws:iam::${ACCOUNT}:role/report`, vpcConfig: { subnetIds } },
});
const endpoint = (service: string, policy: unknown): Given => ({
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    name: service,
    props: { serviceName: `com.amazonaws.eu-west-1.${service}`, ...(policy === undefined ? {} : { policy }) },
});
const lets = (Action: string, more: object = {}) =>
    document({ Effect: "Allow", Principal: "*", Action, Resource: "*", ...more });
const INSIDE = fn("report", ["subnet-1"]);

function may(...given: Given[]): string[] {
    const all = [ROLE, BUCKET, ...given];
    return accessIn(graphOf(all.map((one) => record(one, all)))).map(
        (one) => `${one.may}${one.onlyIf.map((test) => ` if ${test}`).join("")}`,
    );
}

describe("access within limits", () => {
    it("ends at the endpoint of the network through which a function has to go", () => {
        assert.deepEqual(may(INSIDE), ["read", "change"]);
        assert.deepEqual(may(INSIDE, endpoint("s3", lets("s3:GetObject"))), ["read"]);
        assert.deepEqual(may(INSIDE, endpoint("dynamodb", lets("dynamodb:Query"))), ["read", "change"]);
    });

    it("goes past an endpoint for a function outside, for a second one outside too, and through one that lets all through", () => {
        const narrow = endpoint("s3", lets("s3:GetObject"));
        assert.deepEqual(may(fn("report", []), narrow), ["read", "change"]);
        assert.deepEqual(may(INSIDE, fn("other", []), narrow), ["read", "change"]);
        assert.deepEqual(may(INSIDE, endpoint("s3", undefined)), ["read", "change"]);
        assert.deepEqual(may(INSIDE, endpoint("s3", unknown)), ["read", "change"]);
    });

    it("tells what of an endpoint's conditions only the request fulfils, and knows whose account it is", () => {
        const when = (Condition: object) => endpoint("s3", lets("s3:GetObject", { Condition }));
        assert.deepEqual(may(INSIDE, when({ StringEquals: { "aws:ResourceAccount": ACCOUNT } })), ["read"]);
        assert.deepEqual(may(INSIDE, when({ StringEquals: { "aws:ResourceAccount": "999999999999" } })), []);
        assert.deepEqual(may(INSIDE, when({ IpAddress: { "aws:SourceIp": "10.0.0.0/8" } })), [
            "read if aws:sourceip is 10.0.0.0/8",
        ]);
    });

    it("ends at the boundary of a role, where the program makes it", () => {
        const boundary = (arn: string): Given => ({
            type: "aws:iam/policy:Policy",
            name: "limit",
            props: {
                arn,
                path: "/boundaries/",
                policy: document({ Effect: "Allow", Action: "s3:Get*", Resource: "*" }),
            },
        });
        assert.deepEqual(may(INSIDE, boundary(`arn:aws:iam::${ACCOUNT}:policy/boundaries/limit`)), ["read"]);
        assert.deepEqual(may(INSIDE, boundary("arn:aws:iam::1:policy/else")), ["read", "change"]);
    });

    it("takes accounts that the stack trusts for ours, and names their roles that the program does not make", () => {
        const policy = (AWS: string): Given => ({
            type: "aws:s3/bucketPolicy:BucketPolicy",
            props: {
                bucket: "records",
                policy: document({ Effect: "Allow", Principal: { AWS }, Action: "s3:Get?bject", Resource: "*" }),
            },
        });
        const bucket = { ...BUCKET, props: { ...BUCKET.props, bucket: "records" } };
        const who = (AWS: string) => {
            const all = [bucket, policy(AWS)];
            return accessIn(graphOf(all.map((one) => record(one, all)))).map((one) => `${one.who} ${one.may}`);
        };
        assert.deepEqual(who(ACCOUNT), ["identities of the account, by their own policies read"]);
        assert.deepEqual(who(`arn:aws:iam::${ACCOUNT}:role/x`), [
            `arn:aws:iam::${ACCOUNT}:role/x, which the program does not make read`,
        ]);
        assert.deepEqual(who("999999999999"), ["999999999999, outside our accounts read"]);
    });
});

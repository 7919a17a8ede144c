import assert from "node:assert/strict";
import { EXPLAINER_KEY } from "../../../../contract/model/serving.ts";
import { nameOf } from "../../../../functions/promote/names.ts";
import type { Properties } from "../../../../local/store/value.ts";
import { OWN_CHANGES } from "../../../../operations/drift/expected/own-changes.ts";
import { approvals } from "../../../../operations/drift/ports.ts";
import type { StateResource } from "../../../../operations/drift/state/deployment.ts";
import { type Drill, showing, sightAfter } from "../support/drill.ts";
import { prodState } from "../support/prod-state.ts";
import { run } from "../support/reports.ts";

const endpoint = "aws:sagemaker/endpoint:Endpoint::fraud";
const namespace = "aws:redshiftserverless/namespace:Namespace::warehouse";
const version = { arn: "arn:aws:sagemaker:eu-west-1:222222222222:model-package/m/7", number: 7, artefact: "s3://b/k" };
/** What `functions/promote` makes and asks the endpoint to serve by. */
const promotion = nameOf("compliance-prod-fraud", version, { ProductionVariants: ["any"] });

describe("what the platform changes itself", () => {
    let state: readonly StateResource[];
    before(async () => {
        state = await prodState();
    });
    const report = async (drills: Drill[], isApproved = async () => true, of: readonly StateResource[] = state) =>
        (await run({ sight: sightAfter(of, drills), isApproved })).report;

    describe("by a promotion of the model", () => {
        const promoted: Drill = { title: "", on: endpoint, edits: [["endpointConfigName", promotion]] };

        it("is no drift, and is told, when people approved the version", async () => {
            const asked: object[] = [];
            const isApproved = async (one?: object) => asked.push(one ?? {}) > 0;
            const { exitCode, findings, expected } = await report([promoted], isApproved);
            assert.deepEqual([exitCode, findings], [0, []]);
            assert.deepEqual(
                expected.map(({ path, by }) => [path, by]),
                [["endpointConfigName", "functions/promote"]],
            );
            assert.deepEqual(asked, [{ group: "compliance-prod-fraud", number: 7 }]);
        });

        it("is a drift when nobody approved it", async () => {
            const { exitCode, findings } = await report([promoted], async () => false);
            assert.equal(exitCode, 2);
            assert.equal(findings.length, 1);
        });

        it("cannot be told when the registry may not be asked, and is then not passed over", async () => {
            const { exitCode, findings, untold } = await report([promoted], () =>
                Promise.reject(new Error("AccessDenied")),
            );
            assert.equal(exitCode, 1);
            assert.equal(findings.length, 1);
            assert.match(
                untold.join(),
                /whether version 7 of the model compliance-prod-fraud is approved: AccessDenied/,
            );
        });

        for (const name of [
            "compliance-dev-fraud-v7-0a1b2c3d",
            "compliance-prod-fraud-v7",
            "compliance-prod-fraud-vx-0a1b2c3d",
            "fraud-2",
        ]) {
            it(`is not what ${name} is`, async () => {
                const { findings } = await report([{ title: "", on: endpoint, edits: [["endpointConfigName", name]] }]);
                assert.equal(findings.length, 1);
            });
        }

        it("hides nothing else that differs of the endpoint", async () => {
            const tagged: Drill = { title: "", on: endpoint, edits: [["tags.reviewed", "yes"]] };
            const { findings } = await report([promoted, tagged]);
            assert.deepEqual(
                findings.flatMap(({ differences }) => differences.map(({ path }) => path)),
                ["tags.reviewed"],
            );
        });

        it("is approved exactly if the registry lists the version among the approved, on whatever page", async () => {
            const pages = [
                { ModelPackageSummaryList: [{ ModelPackageVersion: 9 }], NextToken: "more" },
                { ModelPackageSummaryList: [{ ModelPackageVersion: 7 }] },
            ];
            const asked: unknown[] = [];
            const send = (async ({ input }: { input: { NextToken?: string } }) => {
                asked.push(input);
                return pages[input.NextToken === undefined ? 0 : 1];
            }) as unknown as Parameters<typeof approvals>[0]["send"];
            const isApproved = approvals({ send });
            assert.equal(await isApproved({ group: "g", number: 7 }), true);
            assert.equal(await isApproved({ group: "g", number: 8 }), false);
            assert.deepEqual(asked[0], { ModelPackageGroupName: "g", ModelApprovalStatus: "Approved" });
        });
    });

    it("is what explains the alerts, which a promotion writes anew, and its tags with it", async () => {
        const key = { type: "aws:s3/bucketObjectv2:BucketObjectv2", custom: true, id: "explainer" };
        const tags: Properties = { platform: "compliance-platform", owner: "compliance-platform-team" };
        const urn = "urn:pulumi:prod::compliance-platform::aws:s3/bucketObjectv2:BucketObjectv2::explainer";
        const object = (name: string): StateResource => ({
            ...key,
            urn,
            inputs: { key: name, tags },
            outputs: { key: name, tags, tagsAll: tags, etag: "1" },
        });
        const written = showing({ etag: "2", versionId: "v2", tags: {}, tagsAll: {} });
        const change = (resource: StateResource) => {
            const { tags: _, ...inputs } = resource.inputs ?? {};
            return { ...written(resource), inputs };
        };
        const drill: Drill = { title: "", on: "::explainer", change };
        const serving = await report([drill], undefined, [...state, object(EXPLAINER_KEY)]);
        assert.deepEqual(serving.findings, []);
        const other = await report([drill], undefined, [...state, object("starter/model.tar.gz")]);
        assert.equal(other.findings.length, 1);
    });

    it("is the secret in which Redshift rotates the administrator's password, and no other secret", async () => {
        const arn = (name: string) => `arn:aws:secretsmanager:eu-west-1:222222222222:secret:${name}`;
        const rotated = arn("redshift!compliance-platform-prod-admin-c29b90");
        const change = (to: string): Drill => ({
            title: "",
            on: namespace,
            change: showing({ adminPasswordSecretArn: to }),
        });
        assert.deepEqual((await report([change(rotated)])).findings, []);
        assert.equal((await report([change(arn("somebody-elses-c29b90"))])).findings.length, 1);
    });

    it("is each place of the list, and each says what changes it and why", () => {
        assert.deepEqual(
            OWN_CHANGES.map(({ type, by }) => `${type.split(":").at(-1)} by ${by}`),
            ["Endpoint by functions/promote", "BucketObjectv2 by functions/promote", "Namespace by Amazon Redshift"],
        );
        for (const { why } of OWN_CHANGES) assert.ok(why.length > 20);
    });
});

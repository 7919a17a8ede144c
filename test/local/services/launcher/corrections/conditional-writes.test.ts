import assert from "node:assert/strict";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { itNeedsWithIssuer } from "../../support/correction.ts";
import { create, resource } from "../../support/resources.ts";
import { region } from "../../support/running-services.ts";
import { assume, clientsSettings, goodToken, makeTrustingRole } from "../../support/trusting.ts";

const Bucket = "write-once";
const RESOURCE = `arn:aws:s3:::${Bucket}/*`;

describe("correction conditional-writes", () => {
    itNeedsWithIssuer("conditional-writes", {
        behaviour: "tells a policy which writes ask not to replace anything",
        async observe(running) {
            const { clients } = running;
            const CreateBucketConfiguration = { LocationConstraint: region } as const;
            await clients.of(S3Client).send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
            const refuse = {
                ...{ Effect: "Deny", Principal: "*", Action: "s3:PutObject", Resource: RESOURCE },
                Condition: { Null: { "s3:if-none-match": "true" } },
            };
            const policy = JSON.stringify({ Version: "2012-10-17", Statement: [refuse] });
            await create(resource("aws:s3/bucketPolicy:BucketPolicy", Bucket, { bucket: Bucket, policy }), clients);
            const statements = [{ Effect: "Allow", Action: "s3:PutObject", Resource: RESOURCE }];
            await makeTrustingRole(running, Bucket, { statements });
            const given = await assume(running, { role: Bucket, token: await goodToken(running) });
            if (typeof given === "string") return given;
            const s3 = new S3Client({ ...clientsSettings(running, given), forcePathStyle: true });
            const put = (condition: { IfNoneMatch?: string }) =>
                s3.send(new PutObjectCommand({ Bucket, Key: "a", Body: "x", ...condition })).then(
                    () => "written",
                    (error: Error) => error.name,
                );
            const seen = [await put({}), await put({ IfNoneMatch: "*" })];
            s3.destroy();
            return seen;
        },
        expect: (seen) => assert.deepEqual(seen, ["AccessDenied", "written"]),
    });
});

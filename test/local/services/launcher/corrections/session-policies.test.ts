import assert from "node:assert/strict";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { itNeedsWithIssuer } from "../../support/correction.ts";
import { region } from "../../support/running-services.ts";
import { assume, clientsSettings, goodToken, makeTrustingRole } from "../../support/trusting.ts";

const allow = (Resource: string) => ({ Effect: "Allow", Action: "s3:PutObject", Resource });

describe("correction session-policies", () => {
    itNeedsWithIssuer("session-policies", {
        behaviour: "narrows a session to what both its role and its own policy allow",
        async observe(running) {
            const { clients } = running;
            const CreateBucketConfiguration = { LocationConstraint: region } as const;
            await clients.of(S3Client).send(new CreateBucketCommand({ Bucket: "narrowed", CreateBucketConfiguration }));
            await makeTrustingRole(running, "narrowed", { statements: [allow("arn:aws:s3:::narrowed/*")] });
            const policy = { Version: "2012-10-17", Statement: [allow("arn:aws:s3:::narrowed/mine/*")] };
            const given = await assume(running, { role: "narrowed", token: await goodToken(running), policy });
            if (typeof given === "string") return given;
            const s3 = new S3Client({ ...clientsSettings(running, given), forcePathStyle: true });
            const put = (Key: string) =>
                s3.send(new PutObjectCommand({ Bucket: "narrowed", Key, Body: "x" })).then(
                    () => "written",
                    (error: Error) => error.name,
                );
            const seen = [await put("mine/a"), await put("other/a")];
            s3.destroy();
            return seen;
        },
        expect: (seen) => assert.deepEqual(seen, ["written", "AccessDenied"]),
    });
});

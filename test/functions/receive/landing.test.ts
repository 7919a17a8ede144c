import assert from "node:assert/strict";
import { openLanding } from "../../../functions/receive/landing.ts";
import { Refusal } from "../../../functions/receive/refusal.ts";
import { RUN } from "./receiving.ts";

const place = { roleArn: "arn:role", bucket: "the-bucket", keyArn: "arn:key" };
const run = { set: "sanctions-list", run: RUN } as const;
const named = (name: string) => Object.assign(new Error("eyJ.secret.token"), { name });

/** Clients that note what they are asked, and answer or fail as told. */
function clients(sts: unknown, s3?: Error) {
    const asked: object[] = [];
    const given: object[] = [];
    const send = (answer: unknown) => async (command: { readonly input: object }) => {
        asked.push(command.input);
        if (answer instanceof Error) throw answer;
        return answer as never;
    };
    const open = () =>
        openLanding({ send: send(sts) }, place, "the-token", run, (credentials) => {
            given.push(credentials);
            return { send: send(s3) };
        });
    return { asked, given, open };
}

const session = { Credentials: { AccessKeyId: "id", SecretAccessKey: "secret", SessionToken: "session" } };

describe("openLanding", () => {
    it("becomes the landing role by the caller's token, for the run's own folder and one key only", async () => {
        const { asked, open } = clients(session);
        await open();
        const [{ Policy, ...rest }] = asked as [{ Policy: string }];
        assert.deepEqual(rest, {
            RoleArn: "arn:role",
            RoleSessionName: `adf-${RUN}`,
            WebIdentityToken: "the-token",
            DurationSeconds: 900,
        });
        assert.deepEqual(JSON.parse(Policy).Statement, [
            {
                Effect: "Allow",
                Action: "s3:PutObject",
                Resource: `arn:aws:s3:::the-bucket/received/sanctions-list/${RUN}/*`,
            },
            { Effect: "Allow", Action: "kms:GenerateDataKey", Resource: "arn:key" },
        ]);
    });

    it("writes with the credentials of that session, and never over what is there", async () => {
        const { asked, given, open } = clients(session);
        await (await open()).writeOnce("a/b", "text", "application/json");
        assert.deepEqual(given, [{ accessKeyId: "id", secretAccessKey: "secret", sessionToken: "session" }]);
        assert.deepEqual(asked[1], {
            Bucket: "the-bucket",
            Key: "a/b",
            Body: "text",
            ContentType: "application/json",
            IfNoneMatch: "*",
        });
    });

    it("takes an object that is there for written", async () => {
        await (await clients(session, named("PreconditionFailed")).open()).writeOnce("a", "b", "application/json");
    });

    it("passes on that S3 refused to write", async () => {
        const landing = await clients(session, named("AccessDenied")).open();
        await assert.rejects(landing.writeOnce("a", "b", "application/json"), { name: "AccessDenied" });
    });

    for (const name of [
        "AccessDenied",
        "ExpiredTokenException",
        "InvalidIdentityTokenException",
        "IDPRejectedClaimException",
    ]) {
        it(`refuses the caller when AWS answers ${name}, and repeats nothing of the answer`, async () => {
            await assert.rejects(clients(named(name)).open(), (error) => {
                assert.ok(error instanceof Refusal);
                assert.deepEqual([error.code, error.status, error.cause], ["token-refused", 403, undefined]);
                assert.doesNotMatch(`${error.message} ${error.reason}`, /secret/);
                assert.equal(error.reason, `${name}: …`);
                return true;
            });
        });
    }

    it("says why, without anything as long as a part of a token", async () => {
        const said = `No OpenIDConnect provider found in your account for https://sts.windows.net/${RUN}/ ${"x".repeat(100)}`;
        const error = Object.assign(new Error(said), { name: "InvalidIdentityToken" });
        await assert.rejects(clients(error).open(), {
            reason: `InvalidIdentityToken: No OpenIDConnect provider found in your account for https://sts.windows.net/${RUN}/ …`,
        });
    });

    it("blames the caller for nothing that AWS did", async () => {
        for (const name of ["IDPCommunicationErrorException", "ThrottlingException", "TimeoutError"]) {
            await assert.rejects(clients(named(name)).open(), { name });
        }
    });
});

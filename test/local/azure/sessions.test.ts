import assert from "node:assert/strict";
import {
    DeleteObjectCommand,
    GetObjectCommand,
    ListObjectsV2Command,
    PutObjectCommand,
    type PutObjectCommandInput,
    S3Client,
} from "@aws-sdk/client-s3";
import { AssumeRoleCommand, type Credentials, STSClient } from "@aws-sdk/client-sts";
import { atSts } from "./support/at-sts.ts";
import { atTheDoor } from "./support/at-the-door.ts";
import { APP_URI, type Exchange, newRun, theExchange } from "./support/exchange.ts";

/** What a bearer of the factory's token can do without the door. */
describe("the factory's token at STS itself", () => {
    let exchange: Exchange;
    let token: string;
    let Bucket: string;
    const run = newRun();
    const folder = `received/customer-risk-ratings/${run}/`;
    let s3: S3Client;
    let sts: STSClient;
    before(async () => {
        exchange = await theExchange();
        token = await exchange.entra.tokenFor(exchange.landing, { resource: APP_URI });
        Bucket = String(exchange.find("aws:s3/bucket:Bucket", "supplementary").outputs.bucket);
        const { credentials } = await atSts(exchange, { token, session: `adf-${run}` });
        const settings = settingsOf(credentials);
        s3 = new S3Client({ ...settings, forcePathStyle: true });
        sts = new STSClient(settings);
    });
    after(() => {
        s3.destroy();
        sts.destroy();
    });

    function settingsOf({ AccessKeyId = "", SecretAccessKey = "", SessionToken = "" }: Partial<Credentials> = {}) {
        const { endpoint, region } = exchange.clients;
        const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
        return { endpoint, region, credentials, maxAttempts: 1 };
    }
    const outcome = (call: Promise<unknown>) =>
        call.then(
            () => "done",
            (error: Error) => error.name,
        );
    const put = (Key: string, more: Partial<PutObjectCommandInput> = {}) =>
        outcome(s3.send(new PutObjectCommand({ Bucket, Key, Body: "x", ...more })));

    for (const session of ["me", "adf-", `adf-${run}-2`, "adf-*", `receive-${run}`]) {
        it(`gets no session that is called ${session}`, async () => {
            const { credentials, refusal = "" } = await atSts(exchange, { token, session });
            assert.equal(credentials, undefined);
            assert.match(refusal, /AccessDenied|ValidationError/);
        });
    }

    it("becomes no other role of the platform", async () => {
        const { credentials, refusal } = await atSts(exchange, { token, session: `adf-${run}` }, "receive");
        assert.equal(credentials, undefined);
        assert.match(refusal ?? "", /^AccessDenied/);
    });

    it("goes on to no further role from its session", async () => {
        for (const name of ["landing", "receive"]) {
            const RoleArn = String(exchange.find("aws:iam/role:Role", name).outputs.arn);
            const chained = sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: `adf-${run}` }));
            assert.equal(await outcome(chained), "AccessDenied");
        }
    });

    it("writes over nothing that a run has brought", async () => {
        const rows = [{ accountId: "a-1", rating: "high", ratedOn: "2026-11-01" }];
        const ask = { run, tokens: [token], body: JSON.stringify(rows) };
        assert.equal((await atTheDoor(exchange, ask)).status, 200);
        const done = { ...ask, verb: "complete", body: '{"rowsCopied":1}' };
        assert.equal((await atTheDoor(exchange, done)).status, 200);
        const admin = exchange.clients.of(S3Client);
        const { Contents = [] } = await admin.send(new ListObjectsV2Command({ Bucket, Prefix: folder }));
        assert.equal(Contents.length, 2);
        for (const { Key = "" } of Contents) {
            assert.equal(await put(Key), "AccessDenied");
            assert.equal(await put(Key, { IfNoneMatch: "*" }), "PreconditionFailed");
        }
    });

    it("writes nowhere but below the prefix, and with no other key", async () => {
        const once = { IfNoneMatch: "*" };
        for (const Key of ["x", "received", "other/x", "receivedx/y"]) {
            assert.equal(await put(Key, once), "AccessDenied");
        }
        const other = { ...once, ServerSideEncryption: "AES256" } as const;
        assert.equal(await put(`${folder}other`, other), "AccessDenied");
    });

    it("reads, lists and deletes nothing", async () => {
        const Key = `${folder}manifest.json`;
        assert.equal(await outcome(s3.send(new GetObjectCommand({ Bucket, Key }))), "AccessDenied");
        assert.equal(await outcome(s3.send(new ListObjectsV2Command({ Bucket }))), "AccessDenied");
        assert.equal(await outcome(s3.send(new DeleteObjectCommand({ Bucket, Key }))), "AccessDenied");
    });

    it("can add objects to a run that is not there yet: what remains", async () => {
        const Key = `received/customer-risk-ratings/${newRun()}/x`;
        assert.equal(await put(Key, { IfNoneMatch: "*" }), "done");
    });
});

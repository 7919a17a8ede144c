import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { openCloud } from "../../../operations/verify/cloud.ts";
import { paths } from "../../../tools/paths.mjs";

const NAMES = ["AWS_ENDPOINT_URL_STS", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] as const;

/** Answers GetCallerIdentity as AWS does. */
async function identityOf(account: string): Promise<Server> {
    const server = createServer((_, response) => {
        response.setHeader("content-type", "text/xml");
        response.end(
            `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:sts::${account}:assumed-role/checks/someone</Arn><UserId>AROAEXAMPLE:someone</UserId>
<Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
        );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    Object.assign(process.env, {
        AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}`,
        AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
        AWS_SECRET_ACCESS_KEY: "secret",
    });
    return server;
}

describe("the account that is verified", () => {
    const before = NAMES.map((name) => [name, process.env[name]] as const);
    let server: Server;

    afterEach(async () => {
        await new Promise((resolve) => server.close(resolve));
        for (const [name, value] of before) {
            if (value === undefined) delete process.env[name];
            else process.env[name] = value;
        }
    });

    it("is the one that the stack's file names", async () => {
        server = await identityOf("111111111111");
        const cloud = await openCloud("dev", paths);
        cloud.close();
        assert.deepEqual([cloud.accountId, cloud.region], ["111111111111", "eu-west-1"]);
    });

    it("is never another one, whatever the credentials open", async () => {
        server = await identityOf("222222222222");
        const fault = /credentials are of account 222222222222, but Pulumi\.dev\.yaml names 111111111111/;
        await assert.rejects(openCloud("dev", paths), fault);
    });
});

import assert from "node:assert/strict";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { accountOf } from "../../../local/azure/blobs/account-of.ts";
import type { BlobAccount } from "../../../local/azure/blobs/blob-account.ts";
import type { DataFactory } from "../../../local/azure/data-factory/factory.ts";
import type { Sent } from "../../../local/azure/data-factory/surroundings.ts";
import type { ManagedIdentity } from "../../../local/azure/entra/managed-identity-token.ts";
import { send } from "./support/at-the-door.ts";
import { type Exchange, TENANT, theExchange } from "./support/exchange.ts";
import { type Trouble, theFactory } from "./support/factory.ts";

const SET = "customer-risk-ratings";
const csv = (many: number, rating = "high") =>
    `accountId,rating,ratedOn\n${Array.from({ length: many }, (_, at) => `a-${at},${rating},2026-11-01\n`).join("")}`;

describe("the pipelines of Data Factory, run as the program provisions them", () => {
    let exchange: Exchange;
    let blobs: BlobAccount;
    let own: ManagedIdentity;
    let trouble: Trouble;
    const sent: Sent[] = [];
    let factory: DataFactory;

    before(async () => {
        exchange = await theExchange();
        ({ factory, blobs, own } = theFactory(exchange, (request) => {
            sent.push(request);
            return trouble(request);
        }));
    });
    beforeEach(() => {
        trouble = () => undefined;
        sent.length = 0;
    });

    async function visible(run: string): Promise<{ rows: number; batches: unknown[] } | undefined> {
        const Bucket = String(exchange.find("aws:s3/bucket:Bucket", "supplementary").outputs.bucket);
        const Key = `received/${SET}/${run}/manifest.json`;
        const s3 = exchange.clients.of(S3Client);
        const { KeyCount = 0 } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key }));
        if (KeyCount === 0) return undefined;
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return JSON.parse((await Body?.transformToString()) ?? "");
    }
    const run = async () => {
        const { runId, ended } = factory.start(SET);
        const { status, activities } = await ended;
        return { runId, status, ends: Object.fromEntries([...activities].map(([name, { Status }]) => [name, Status])) };
    };

    it("bring a set from a blob to S3, in batches, as the factory itself, and show it whole", async () => {
        blobs.put(`supplementary/${SET}/latest.csv`, csv(2_500));
        const { runId, status, ends } = await run();
        assert.deepEqual(ends, { copy: "Succeeded", complete: "Succeeded", tell: "Skipped", stop: "Skipped" });
        assert.equal(status, "Succeeded");
        const manifest = await visible(runId);
        assert.deepEqual([manifest?.rows, manifest?.batches.length], [2_500, 3]);
    });

    it("say that the copy failed when a row is refused, and show nothing", async () => {
        blobs.put(`supplementary/${SET}/latest.csv`, csv(3, "severe"));
        const { runId, status, ends } = await run();
        assert.deepEqual(ends, { copy: "Failed", complete: "Skipped", tell: "Succeeded", stop: "Failed" });
        assert.equal(status, "Failed");
        assert.equal(await visible(runId), undefined);
        const told = sent.find(({ url }) => url.endsWith("/fail"))?.body;
        assert.deepEqual(JSON.parse(told ?? ""), { activity: "copy", code: "2200" });
    });

    it("repeat what says that the copy is complete, when the first answer is lost, and it counts once", async () => {
        blobs.put(`supplementary/${SET}/latest.csv`, csv(1_001));
        let lost = 0;
        trouble = ({ url }) => {
            if (!url.endsWith("/complete") || lost > 1) return undefined;
            lost++;
            return { status: 503, text: "" };
        };
        const { runId, status } = await run();
        assert.deepEqual([status, lost], ["Succeeded", 2]);
        assert.equal((await visible(runId))?.rows, 1_001);
    });

    it("count as failed when the last answer is lost, though the set is whole and visible, and nobody is alarmed", async () => {
        blobs.put(`supplementary/${SET}/latest.csv`, csv(2));
        let answered: Promise<unknown> | undefined;
        trouble = (request) => {
            if (!request.url.endsWith("/complete")) return undefined;
            answered ??= send(exchange, request);
            // It is lost on the way back.
            return answered.then(() => ({ status: 504, text: "" }));
        };
        const started = factory.start(SET);
        const { status, activities } = await started.ended;
        assert.deepEqual(await answered, { status: 200, text: '{"did":"complete","rows":2}' });
        assert.equal(status, "Failed");
        assert.equal(activities.get("tell")?.Status, "Failed");
        assert.equal((await visible(started.runId))?.rows, 2);
    });

    it("do not read a blob as anybody but the factory, which firewall and role let in", async () => {
        const url = sent[0]?.url ?? `${accountOf(exchange.resources, TENANT).endpoint}supplementary/${SET}/latest.csv`;
        const ask = async (who: ManagedIdentity, resource = "https://storage.azure.com/") => {
            const authorization = `Bearer ${await exchange.entra.tokenFor(who, { resource })}`;
            return (await blobs.read(url, { authorization, "x-ms-version": "2021-08-06" })).status;
        };
        assert.equal(await ask(own), 200);
        assert.equal(await ask({ ...own, principalId: "another" }), 403);
        assert.equal(await ask({ ...own, resourceId: `${own.resourceId}2` }), 403);
        assert.equal(await ask(own, "https://management.azure.com/"), 401);
        assert.equal((await blobs.read(url, { "x-ms-version": "2021-08-06" })).status, 401);
    });

    it("wait for each other, where they bring the same set, and stop when they are called off", async () => {
        blobs.put(`supplementary/${SET}/latest.csv`, csv(1));
        const [first, second] = [factory.start(SET), factory.start(SET)];
        assert.deepEqual([first.status(), second.status()], ["Queued", "Queued"]);
        second.cancel();
        assert.equal((await first.ended).status, "Succeeded");
        assert.equal((await second.ended).status, "Cancelled");
        assert.equal(await visible(second.runId), undefined);
    });

    it("are called off, all of them, when the factory closes", async () => {
        const runs = [factory.start(SET), factory.start(SET)];
        factory.close();
        const ended = await Promise.all(runs.map((run) => run.ended));
        assert.deepEqual(
            ended.map(({ status }) => status),
            ["Cancelled", "Cancelled"],
        );
    });
});

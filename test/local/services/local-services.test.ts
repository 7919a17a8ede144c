import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { localClients } from "../../../local/services/clients.ts";
import { startLocalServices } from "../../../local/services/local-services.ts";
import { invoke } from "./support/calls.ts";
import { startDoomedParent } from "./support/doomed-parent.ts";
import { runs } from "./support/processes.ts";
import { makeFunction } from "./support/resources.ts";
import { accountId, region, startServices } from "./support/running-services.ts";

describe("local services", () => {
    let folder: string;
    let runFile: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "local-services-test-"));
        runFile = join(folder, "run", "services.json");
    });

    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("start on the loopback with keys of their own, say so in a private file, and leave nothing", async () => {
        const services = await startLocalServices({ accountId, region, runFile });
        const content = JSON.parse(readFileSync(runFile, "utf8"));
        assert.equal(statSync(runFile).mode & 0o777, 0o600);
        assert.match(content.endpoint, /^http:\/\/127\.0\.0\.1:\d+$/);
        assert.deepEqual(
            { ...content, startedAt: "", pid: 0 },
            { pid: 0, endpoint: services.endpoint, accountId, region, ...services.credentials, startedAt: "" },
        );
        const clients = localClients(runFile);
        const { QueueUrls = [] } = await clients.of(SQSClient).send(new ListQueuesCommand({}));
        assert.deepEqual(
            QueueUrls.map((url) => url.split("/").at(-1)),
            ["operator-inbox"],
        );
        clients.close();
        await services.stop();
        await services.stop();
        assert.equal(await services.ended, undefined);
        assert.equal(runs(services.pid), false);
        assert.equal(existsSync(runFile), false);
        await assert.rejects(fetch(services.endpoint));
        assert.throws(() => localClients(runFile), /The local services are not running/);
    });

    it("refuse to start beside themselves, and replace the run file of a run that is gone", async () => {
        const running = await startServices();
        const taken = join(running.folder, "services.json");
        await assert.rejects(
            startLocalServices({ accountId, region, runFile: taken }),
            /already run at http.*Stop them/,
        );
        await running.stop();
        const gone = { ...JSON.parse("{}"), pid: running.services.pid, endpoint: running.services.endpoint };
        const left = join(folder, "left.json");
        writeFileSync(left, JSON.stringify(gone));
        const services = await startLocalServices({ accountId, region, runFile: left });
        await services.stop();
    });

    it("say what to do without their Python", async () => {
        const started = startLocalServices({ accountId, region, runFile, python: join(folder, "no", "python") });
        await assert.rejects(started, /Python environment .* is missing .*Run: npm run setup/);
    });

    it("say what the launcher could not accept, without a stack trace", async () => {
        const started = startLocalServices({ accountId: "12", region, runFile });
        await assert.rejects(started, {
            message: "The local services did not start: accountId must be 12 digits, got '12'",
        });
        assert.equal(existsSync(runFile), false);
    });

    it("say that they ended when they are killed, and are cleared away", async () => {
        const running = await startServices();
        const { clients, services } = running;
        const source = "export const handler = async () => [process.pid, process.env.TMPDIR];";
        await makeFunction(clients, "bystander", { source, folder: running.folder });
        const [worker, workFolder] = (await invoke(clients, "bystander")) as [number, string];
        process.kill(services.pid, "SIGKILL");
        assert.match((await services.ended)?.message ?? "", /The local services ended \(SIGKILL\)/);
        // It was told to end; when it has, is the machine's affair.
        while (runs(worker)) await pause(50);
        assert.equal(existsSync(workFolder), false);
        await running.stop();
    });

    it("leave the run file alone that others have written in their place when their parent is killed", async () => {
        const left = await startDoomedParent();
        const file = join(left.folder, "services.json");
        writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), pid: process.pid }));
        left.process.kill("SIGKILL");
        while (runs(left.pid)) await pause(50);
        assert.equal(JSON.parse(readFileSync(file, "utf8")).pid, process.pid);
        rmSync(left.folder, { recursive: true, force: true });
    });

    it("leave no process, port or file behind when their parent is killed", async () => {
        const left = await startDoomedParent();
        assert.equal(runs(left.worker), true);
        assert.equal(existsSync(left.workFolder), true);
        left.process.kill("SIGKILL");
        while (runs(left.pid) || runs(left.worker)) await pause(50);
        await assert.rejects(fetch(left.endpoint));
        assert.equal(existsSync(left.workFolder), false);
        assert.equal(existsSync(join(left.folder, "services.json")), false);
        rmSync(left.folder, { recursive: true, force: true });
    });
});

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { credentials } from "@grpc/grpc-js";
import analyzerService from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { unknown } from "../../support/run-rule.ts";

const POLICIES = fileURLToPath(new URL("../../../policies/", import.meta.url));
const RUNNER = createRequire(import.meta.url).resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** The pack as the engine's language host starts it. */
class Pack {
    private process: ChildProcess | undefined;
    private client: analyzerService.AnalyzerClient | undefined;

    async start(env: NodeJS.ProcessEnv): Promise<void> {
        const { COMPLIANCE_STAND_IN: _, ...rest } = process.env;
        const child = spawn(process.execPath, [RUNNER, "127.0.0.1:0", POLICIES], {
            cwd: POLICIES,
            env: { ...rest, ...env },
            stdio: ["ignore", "pipe", "inherit"],
        });
        this.process = child;
        const port = await new Promise<string>((resolve, reject) => {
            child.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
            child.once("exit", (code) => reject(new Error(`the pack ended with ${code}`)));
        });
        const { AnalyzerClient } = analyzerService;
        this.client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
    }

    configure(dryRun: boolean): Promise<unknown> {
        const request = new analyzer.AnalyzerStackConfigureRequest();
        request.setStack("prod");
        request.setDryRun(dryRun);
        return new Promise((resolve, reject) =>
            this.client?.configureStack(request, (error, response) => (error ? reject(error) : resolve(response))),
        );
    }

    /** Level and message of what the rule says of a queue with this key. */
    async levelFor(kmsMasterKeyId: string): Promise<string[]> {
        const request = new analyzer.AnalyzeRequest();
        request.setType("aws:sqs/queue:Queue");
        request.setUrn("urn:pulumi:prod::compliance-platform::aws:sqs/queue:Queue::landing");
        request.setName("landing");
        request.setOptions(new analyzer.AnalyzerResourceOptions());
        request.setProperties(struct.Struct.fromJavaScript({ kmsMasterKeyId }));
        const response = await new Promise<analyzer.AnalyzeResponse>((resolve, reject) =>
            this.client?.analyze(request, (error, found) => (error ? reject(error) : resolve(found))),
        );
        return response
            .getDiagnosticsList()
            .filter((diagnostic) => diagnostic.getPolicyname() === "sqs-encrypted")
            .map((diagnostic) =>
                diagnostic.getEnforcementlevel() === analyzer.EnforcementLevel.MANDATORY ? "mandatory" : "advisory",
            );
    }

    async stop(): Promise<void> {
        this.client?.close();
        const ended = new Promise((resolve) => this.process?.once("exit", resolve));
        this.process?.kill();
        await ended;
    }
}

describe("the pack, started without a build", () => {
    const real = new Pack();
    const offline = new Pack();
    before(() => Promise.all([real.start({}), offline.start({ COMPLIANCE_STAND_IN: "1" })]));
    after(() => Promise.all([real.stop(), offline.stop()]));

    it("blocks on an unknown value while the engine has not said that it previews", async () => {
        assert.deepEqual(await real.levelFor(unknown), ["mandatory"]);
    });

    it("only tells of an unknown value in a real preview, and blocks on what is wrong", async () => {
        await real.configure(true);
        assert.deepEqual(await real.levelFor(unknown), ["advisory"]);
        assert.deepEqual(await real.levelFor("alias/aws/sqs"), ["mandatory"]);
        assert.deepEqual(await real.levelFor("arn:key"), []);
    });

    it("blocks on an unknown value in an update", async () => {
        await real.configure(false);
        assert.deepEqual(await real.levelFor(unknown), ["mandatory"]);
    });

    it("blocks on an unknown value in a preview on stand-ins, which predict each value", async () => {
        await offline.configure(true);
        assert.deepEqual(await offline.levelFor(unknown), ["mandatory"]);
    });
});

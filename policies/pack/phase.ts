import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import type { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { Phase } from "../finding.ts";

interface Configured {
    configureStack: { requestDeserialize(bytes: Buffer): AnalyzerStackConfigureRequest };
}

/** What the engine says about the run when it configures the pack. */
export class Run {
    private dryRun: boolean | undefined;

    /**
     * The engine tells every analyzer whether it previews, but the policy SDK drops that, and the environment names
     * it only on engines that start packs without a language host. So the message is read as it comes in.
     */
    listen(service: object = AnalyzerService): void {
        const { configureStack } = service as Configured;
        const read = configureStack.requestDeserialize;
        configureStack.requestDeserialize = (bytes) => {
            const request = read(bytes);
            this.dryRun = request.getDryRun();
            return request;
        };
    }

    /** An engine that does not say that it previews is taken to update: then nothing unknown passes. */
    phase(env: NodeJS.ProcessEnv = process.env): Phase {
        if (env.COMPLIANCE_STAND_IN === "1") return "offline";
        const dryRun = this.dryRun ?? (env.PULUMI_DRY_RUN ?? env.PULUMI_NODEJS_DRY_RUN) === "true";
        return dryRun ? "preview" : "update";
    }
}

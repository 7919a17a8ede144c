import analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { Answer, NotApplicable } from "./one-pass.ts";
import type { Report } from "./report.ts";

/** Answers as the engine reads them. */
export class Responses {
    private readonly ofPack: () => analyzer.AnalyzerInfo;
    private info: analyzer.AnalyzerInfo | undefined;
    private readonly policies = new Map<string, analyzer.PolicyInfo>();
    private readonly bytesOf = new WeakMap<readonly NotApplicable[], Buffer>();

    /** @param ofPack asked once, when it is there */
    constructor(ofPack: () => analyzer.AnalyzerInfo) {
        this.ofPack = ofPack;
    }

    /** The bytes of an `AnalyzeResponse`. What does not apply is the same for each resource of a type, so it is kept. */
    of({ found, notApplicable }: Answer): Buffer {
        let bytes = this.bytesOf.get(notApplicable);
        if (!bytes) {
            const response = new analyzer.AnalyzeResponse();
            response.setNotApplicableList(notApplicable.map(messageOf));
            bytes = Buffer.from(response.serializeBinary());
            this.bytesOf.set(notApplicable, bytes);
        }
        if (found.length === 0) return bytes;
        const response = new analyzer.AnalyzeResponse();
        response.setDiagnosticsList(found.map((report) => this.diagnostic(report)));
        // Two lists of one message may stand in two pieces.
        return Buffer.concat([response.serializeBinary(), bytes]);
    }

    private diagnostic({ rule, message, urn, level }: Report): analyzer.AnalyzeDiagnostic {
        const pack = this.pack();
        const diagnostic = new analyzer.AnalyzeDiagnostic();
        diagnostic.setPolicyname(rule);
        diagnostic.setPolicypackname(pack.getName());
        diagnostic.setPolicypackversion(pack.getVersion());
        diagnostic.setMessage(message);
        diagnostic.setUrn(urn);
        const { ADVISORY, MANDATORY } = analyzer.EnforcementLevel;
        diagnostic.setEnforcementlevel(level === "mandatory" ? MANDATORY : ADVISORY);
        const policy = this.policies.get(rule);
        if (policy) {
            diagnostic.setDescription(policy.getDescription());
            diagnostic.setSeverity(policy.getSeverity());
        }
        return diagnostic;
    }

    private pack(): analyzer.AnalyzerInfo {
        if (this.info) return this.info;
        this.info = this.ofPack();
        for (const policy of this.info.getPoliciesList()) this.policies.set(policy.getName(), policy);
        return this.info;
    }
}

function messageOf({ rule, reason }: NotApplicable): analyzer.PolicyNotApplicable {
    const message = new analyzer.PolicyNotApplicable();
    message.setPolicyName(rule);
    message.setReason(reason);
    return message;
}

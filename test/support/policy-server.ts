import { createRequire } from "node:module";
import type { Policies } from "@pulumi/policy";
import type { AnalyzeDiagnostic } from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import type { ResourceRecord } from "../../policies/core/resource.ts";

type Answer = (error: unknown, response?: analyzer.AnalyzeResponse) => void;
type Handler = (call: { request: unknown }, answer: Answer) => void;
type MakeHandler = (pack: string, version: string, level: string, policies: Policies) => Handler;

// The very functions with which the policy SDK serves the engine, so that unknown values behave as in a real preview.
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = createRequire(import.meta.url)("@pulumi/policy/server.js") as {
    makeAnalyzeRpcFun: MakeHandler;
    makeAnalyzeStackRpcFun: MakeHandler;
};

/** What the SDK tells the engine about one resource or stack. */
export interface Diagnostic {
    rule: string;
    urn: string;
    message: string;
    level: "advisory" | "mandatory";
}

/** Analyses the resources one by one and then all together, as the engine does, through the SDK's own server. */
export async function analyse(policies: Policies, resources: readonly ResourceRecord[]): Promise<Diagnostic[]> {
    const one = makeAnalyzeRpcFun("pack", "1.0.0", "mandatory", policies);
    const all = makeAnalyzeStackRpcFun("pack", "1.0.0", "mandatory", policies);
    const diagnostics: Diagnostic[] = [];
    for (const resource of resources) {
        const request = fill(new analyzer.AnalyzeRequest(), resource, resource.props);
        for (const found of await ask(one, request)) diagnostics.push({ ...told(found), urn: resource.urn });
    }
    const stack = new analyzer.AnalyzeStackRequest();
    stack.setResourcesList(
        resources.map((resource) => {
            const message = fill(new analyzer.AnalyzerResource(), resource, resource.outputs ?? resource.props);
            for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
                const dependencies = new analyzer.AnalyzerPropertyDependencies();
                dependencies.setUrnsList([...urns]);
                message.getPropertydependenciesMap().set(property, dependencies);
            }
            return message;
        }),
    );
    for (const found of await ask(all, stack)) diagnostics.push(told(found));
    return diagnostics;
}

function fill<T extends analyzer.AnalyzeRequest | analyzer.AnalyzerResource>(
    message: T,
    { urn, type, name, opts, provider }: ResourceRecord,
    props: Record<string, unknown>,
): T {
    message.setUrn(urn);
    message.setType(type);
    message.setName(name);
    message.setProperties(plain(props));
    const options = new analyzer.AnalyzerResourceOptions();
    options.setProtect(opts?.protect ?? false);
    message.setOptions(options);
    if (provider) {
        const described = new analyzer.AnalyzerProviderResource();
        described.setType(provider.type);
        described.setProperties(plain(provider.props));
        message.setProvider(described);
    }
    return message;
}

function plain(props: Record<string, unknown>): struct.Struct {
    return struct.Struct.fromJavaScript(JSON.parse(JSON.stringify(props)));
}

function ask(handler: Handler, request: unknown): Promise<AnalyzeDiagnostic[]> {
    return new Promise((resolve, reject) => {
        handler({ request }, (error, response) => {
            if (error) reject(error);
            else resolve(response?.getDiagnosticsList() ?? []);
        });
    });
}

function told(diagnostic: AnalyzeDiagnostic): Diagnostic {
    const mandatory = diagnostic.getEnforcementlevel() === analyzer.EnforcementLevel.MANDATORY;
    return {
        rule: diagnostic.getPolicyname(),
        urn: diagnostic.getUrn(),
        message: diagnostic.getMessage(),
        level: mandatory ? "mandatory" : "advisory",
    };
}

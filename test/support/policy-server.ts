import { createRequire } from "node:module";
import type { Policies } from "@pulumi/policy";
import service from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import type { AnalyzeDiagnostic } from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import type { ResourceRecord } from "../../policies/core/resource.ts";
import type { OnePass } from "../../policies/pack/one-pass.ts";
import { inOnePass } from "../../policies/pack/serve.ts";

type Answer = (error: unknown, response?: analyzer.AnalyzeResponse | Buffer) => void;
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

/** All that the engine hears: what was found, and for each resource and then the stack which rules do not apply. */
export interface Told {
    diagnostics: Diagnostic[];
    notApplicable: string[][];
}

/** Analyses the resources one by one and then all together, as the engine does, through the SDK's own server. */
export async function hear(policies: Policies, resources: readonly ResourceRecord[]): Promise<Told> {
    const one = makeAnalyzeRpcFun("pack", "1.0.0", "mandatory", policies);
    const all = makeAnalyzeStackRpcFun("pack", "1.0.0", "mandatory", policies);
    return await askAll(resources, one, all);
}

/** What was found by the SDK's own server. */
export async function analyse(policies: Policies, resources: readonly ResourceRecord[]): Promise<Diagnostic[]> {
    return (await hear(policies, resources)).diagnostics;
}

/** The same in one pass, as the pack answers; `disabled` are the rules that its configuration switches off. */
export async function hearInOnePass(
    pass: OnePass,
    resources: readonly ResourceRecord[],
    disabled: readonly string[] = [],
): Promise<Told> {
    const theirs = {
        configure: (_: unknown, answer: Answer) => answer(null),
        getAnalyzerInfo: (_: unknown, answer: (error: null, info: analyzer.AnalyzerInfo) => void) =>
            answer(null, new analyzer.AnalyzerInfo()),
    };
    const { handlers } = inOnePass(service.AnalyzerService as never, theirs as never, pass);
    const configuration = new analyzer.ConfigureAnalyzerRequest();
    for (const name of disabled) {
        const config = new analyzer.PolicyConfig();
        config.setEnforcementlevel(analyzer.EnforcementLevel.DISABLED);
        configuration.getPolicyconfigMap().set(name, config);
    }
    await ask(handlers.configure as Handler, configuration);
    return await askAll(resources, handlers.analyze as Handler, handlers.analyzeStack as Handler);
}

async function askAll(resources: readonly ResourceRecord[], one: Handler, all: Handler): Promise<Told> {
    const told: Told = { diagnostics: [], notApplicable: [] };
    const note = (answer: analyzer.AnalyzeResponse | undefined, urn?: string) => {
        const found = answer?.getDiagnosticsList() ?? [];
        told.diagnostics.push(...found.map((each) => ({ ...diagnosticOf(each), ...(urn !== undefined && { urn }) })));
        told.notApplicable.push((answer?.getNotApplicableList() ?? []).map((each) => each.getPolicyName()));
    };
    for (const resource of resources) {
        note(await ask(one, fill(new analyzer.AnalyzeRequest(), resource, resource.props)), resource.urn);
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
    note(await ask(all, stack));
    return told;
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

/** What the handler answers; one pass answers in bytes. */
function ask(handler: Handler, request: unknown): Promise<analyzer.AnalyzeResponse | undefined> {
    return new Promise((resolve, reject) => {
        handler({ request }, (error, response) => {
            if (error) reject(error);
            else if (Buffer.isBuffer(response)) resolve(analyzer.AnalyzeResponse.deserializeBinary(response));
            else resolve(response);
        });
    });
}

function diagnosticOf(diagnostic: AnalyzeDiagnostic): Diagnostic {
    const mandatory = diagnostic.getEnforcementlevel() === analyzer.EnforcementLevel.MANDATORY;
    return {
        rule: diagnostic.getPolicyname(),
        urn: diagnostic.getUrn(),
        message: diagnostic.getMessage(),
        level: mandatory ? "mandatory" : "advisory",
    };
}

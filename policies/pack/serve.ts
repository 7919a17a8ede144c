import {
    Server,
    type ServerUnaryCall,
    type ServiceDefinition,
    type sendUnaryData,
    type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { OnePass } from "./one-pass.ts";
import { recordOf, recordsOf } from "./requests.ts";
import { Responses } from "./responses.ts";

type Handler<Request, Response> = (call: ServerUnaryCall<Request, Response>, answer: sendUnaryData<Response>) => void;

/**
 * Lets the policy SDK serve the pack as ever, but for the questions that the engine asks about each resource: those are
 * answered in one pass. Call it before the pack is made. The SDK has no place to say so, hence the look into its server.
 */
export function answerInOnePass(pass: OnePass): void {
    const { addService } = Server.prototype;
    Server.prototype.addService = function (service, implementation) {
        if ((service as unknown) !== AnalyzerService) return addService.call(this, service, implementation);
        Server.prototype.addService = addService;
        const { definition, handlers } = inOnePass(service, implementation, pass);
        return addService.call(this, definition, handlers);
    };
}

/** The analyzer service of the SDK, with its analysis replaced. */
export function inOnePass(service: ServiceDefinition, theirs: UntypedServiceImplementation, pass: OnePass) {
    const { analyze, analyzeStack, remediate } = service;
    const definition = {
        ...service,
        analyze: { ...analyze, responseSerialize: asItIs },
        analyzeStack: { ...analyzeStack, responseSerialize: asItIs },
        // Nothing of it is read: no guardrail changes a resource.
        remediate: { ...remediate, requestDeserialize: () => undefined },
    } as ServiceDefinition;
    const responses = new Responses(() => infoOf(theirs));
    const handlers: UntypedServiceImplementation = {
        ...theirs,
        configure: (
            call: ServerUnaryCall<analyzer.ConfigureAnalyzerRequest, unknown>,
            answer: sendUnaryData<unknown>,
        ) => {
            pass.disable(disabledIn(call.request));
            (theirs.configure as Handler<unknown, unknown>)(call, answer);
        },
        analyze: answering((one: analyzer.AnalyzeRequest) => responses.of(pass.resource(recordOf(one)))),
        analyzeStack: answering((all: analyzer.AnalyzeStackRequest) =>
            responses.of(pass.stack(recordsOf(all.getResourcesList()))),
        ),
        remediate: answering(() => new analyzer.RemediateResponse()),
    };
    return { definition, handlers };
}

function answering<Request, Response>(work: (request: Request) => Response): Handler<Request, Response> {
    return (call, answer) => {
        try {
            answer(null, work(call.request));
        } catch (error) {
            answer(error instanceof Error ? error : new Error(String(error)));
        }
    };
}

function asItIs(bytes: Buffer): Buffer {
    return bytes;
}

/** Name, version and policies of the pack, as the policy SDK tells the engine. */
function infoOf({ getAnalyzerInfo }: UntypedServiceImplementation): analyzer.AnalyzerInfo {
    let info: analyzer.AnalyzerInfo | undefined;
    let fault: unknown = "it does not answer at once";
    (getAnalyzerInfo as Handler<unknown, analyzer.AnalyzerInfo>)(
        {} as ServerUnaryCall<unknown, never>,
        (error, told) => {
            fault = error;
            info = told ?? undefined;
        },
    );
    if (info === undefined) throw new Error(`the policy SDK does not say what the pack is: ${fault}`);
    return info;
}

function disabledIn(request: analyzer.ConfigureAnalyzerRequest): Set<string> {
    const disabled = new Set<string>();
    request.getPolicyconfigMap().forEach((config, name) => {
        if (config.getEnforcementlevel() === analyzer.EnforcementLevel.DISABLED) disabled.add(name);
    });
    return disabled;
}

import type {
    ReadResourceRequest,
    RegisterResourceOutputsRequest,
    RegisterResourceRequest,
    ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb.js";
import { answerInvoke } from "../providers/answers/answer-invoke.ts";
import type { Properties } from "../store/value.ts";
import { asProviderSees } from "./as-seen.ts";
import type { Callbacks } from "./callbacks.ts";
import { construct, type Versions } from "./construct.ts";
import type { Deployment } from "./deployment.ts";
import { Refused } from "./refused.ts";
import { propertiesIn, siteIn, wantedBy } from "./requests.ts";
import type { Site } from "./resources.ts";

/** What the SDK takes for an answer; it reads messages by these methods only. */
interface Answer {
    [method: string]: () => unknown;
}

/** Told what the engine would end the preview for, and where the resource is constructed. */
export type OnRefusal = (reasons: readonly string[], site: Site | undefined) => void;

type Done = (error: RpcError | null, answer?: Answer) => void;

interface RpcError {
    code: number;
    message: string;
    details: string;
}

/** Codes of gRPC: at the second the SDK gives up a resource silently, since somebody else has said why. */
const UNKNOWN_FAULT = 2;
const UNAVAILABLE = 14;

/** What the SDK asks of an engine with its resource monitor, answered by a deployment in this process. */
export class Monitor {
    private readonly deployment: Deployment;
    private readonly versions: Versions;
    private readonly onRefusal: OnRefusal;
    /** Functions of the program that requests name, once the SDK leaves them there. */
    callbacks: Callbacks | undefined;

    constructor(deployment: Deployment, versions: Versions, onRefusal: OnRefusal) {
        this.deployment = deployment;
        this.versions = versions;
        this.onRefusal = onRefusal;
    }

    supportsFeature(_request: unknown, done: Done): void {
        done(null, { getHassupport: () => true });
    }

    registerResource(request: RegisterResourceRequest, done: Done): void {
        this.answer(
            done,
            () => {
                if (request.getImportid() !== "") throw absent(request.getImportid());
                const wanted = wantedBy(request);
                if (request.getRemote()) return this.construct(request);
                if (request.getTransformsList().length > 0) throw beyond("transforms; use transformations");
                const { urn, id, custom, outputs } = this.deployment.register(wanted);
                return registered(urn, id, custom ? outputs : {});
            },
            siteIn(request),
        );
    }

    private async construct(request: RegisterResourceRequest): Promise<Answer> {
        const transforms = this.callbacks?.transformsOf(request.getTransformsList()) ?? [];
        const wanted = wantedBy(request);
        const { component, outputs, madeFrom } = await construct(this.deployment, wanted, this.versions, transforms);
        const sources = Object.entries(madeFrom).map(([property, from]): [string, Answer] => [
            property,
            { getUrnsList: () => from.map(({ urn }) => urn) },
        ]);
        return { ...registered(component.urn, "", outputs), getPropertydependenciesMap: () => new Map(sources) };
    }

    registerResourceOutputs(request: RegisterResourceOutputsRequest, done: Done): void {
        this.answer(done, () => {
            const known = this.deployment.find(request.getUrn());
            if (known !== undefined) known.outputs = propertiesIn(request.getOutputs());
            return {};
        });
    }

    /** The state is empty, and so is the cloud before the first update. */
    readResource(request: ReadResourceRequest, done: Done): void {
        this.answer(
            done,
            () => {
                throw absent(request.getId());
            },
            siteIn(request),
        );
    }

    invoke(request: ResourceInvokeRequest, done: Done): void {
        this.answer(done, () => {
            const token = request.getTok();
            const args = asProviderSees(propertiesIn(request.getArgs()));
            if (token === "pulumi:pulumi:getResource") return this.getResource(String(args.urn));
            const name = token.split(":")[0] ?? "";
            const session = this.deployment.providers.find(name, request.getProvider(), request.getVersion());
            try {
                const answer = answerInvoke(session, token, args);
                return { getReturn: () => message(answer), getFailuresList: () => [] };
            } catch (error) {
                throw new Error(`invocation of ${token} returned an error: ${reason(error)}`);
            }
        });
    }

    /** The resource behind a reference, of which the SDK makes an object of its class. */
    private getResource(urn: string): Answer {
        const known = this.deployment.find(urn);
        if (known === undefined) throw new Error(`unknown resource ${urn}`);
        const fields = new Map<string, Answer>([
            ["urn", { toJavaScript: () => urn }],
            ["id", { toJavaScript: () => known.id }],
            ["state", { getStructValue: () => message(known.outputs) }],
        ]);
        return { getReturn: () => ({ getFieldsMap: () => fields }), getFailuresList: () => [] };
    }

    call(_request: unknown, done: Done): void {
        this.answer(done, () => {
            throw beyond("methods of a provider's components");
        });
    }

    registerPackage(_request: unknown, done: Done): void {
        this.answer(done, () => {
            throw beyond("parameterised providers");
        });
    }

    registerStackTransform(_request: unknown, done: Done): void {
        this.answer(done, () => {
            throw beyond("transforms; use transformations");
        });
    }

    registerStackInvokeTransform(_request: unknown, done: Done): void {
        this.answer(done, () => {
            throw beyond("transforms of invokes");
        });
    }

    /** Hooks run in an update, never in a preview. */
    registerResourceHook(_request: unknown, done: Done): void {
        done(null, {});
    }

    registerErrorHook(_request: unknown, done: Done): void {
        done(null, {});
    }

    signalAndWaitForShutdown(_request: unknown, done: Done): void {
        done(null, {});
    }

    close(): void {
        // Nothing is open.
    }

    private answer(done: Done, work: () => Answer | Promise<Answer>, site?: Site): void {
        const refuse = (error: unknown): void => {
            if (error instanceof Refused) {
                this.onRefusal(error.reasons, site);
                done({ code: UNAVAILABLE, message: error.message, details: error.message });
            } else done({ code: UNKNOWN_FAULT, message: `2 UNKNOWN: ${reason(error)}`, details: reason(error) });
        };
        try {
            const answered = work();
            if (answered instanceof Promise) answered.then((made) => done(null, made), refuse);
            else done(null, answered);
        } catch (error) {
            refuse(error);
        }
    }
}

function registered(urn: string, id: string, outputs: Properties): Answer {
    return {
        getUrn: () => urn,
        getId: () => id,
        getObject: () => message(outputs),
        getPropertydependenciesMap: () => undefined,
        getResult: () => 0,
    };
}

function message(properties: Properties): Answer {
    return { toJavaScript: () => properties };
}

function absent(id: string): Refused {
    return new Refused([`Preview failed: resource '${id}' does not exist`]);
}

function beyond(what: string): Refused {
    return new Refused([`the guardrails in process know no ${what}. npm run preview runs them.`]);
}

function reason(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

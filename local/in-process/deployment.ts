import { checkResource } from "../providers/answers/check-resource.ts";
import { predictResource } from "../providers/answers/predict-resource.ts";
import type { Failure } from "../providers/checks/check.ts";
import { isSecret, isUnknown, secret } from "../store/signatures.ts";
import type { Properties } from "../store/value.ts";
import { asProviderSees } from "./as-seen.ts";
import { withAssetHashes } from "./asset-hash.ts";
import { type ProviderSession, ProviderSessions } from "./provider-sessions.ts";
import { Refused } from "./refused.ts";
import { resourceUrn } from "./resource-urn.ts";
import type { Known, Wanted } from "./resources.ts";

export interface DeploymentOptions {
    readonly stack: string;
    readonly project: string;
    /** The stack's configuration as the engine hands it on: every value a text. */
    readonly config: Readonly<Record<string, string>>;
}

/**
 * Does in process what the engine does in a preview of an empty state: names, providers, Check, Create. All resources show
 * as new, and the stand-ins predict all values.
 */
export class Deployment {
    readonly stack: string;
    readonly project: string;
    readonly providers: ProviderSessions;
    private readonly byUrn = new Map<string, Known>();

    constructor({ stack, project, config }: DeploymentOptions) {
        this.stack = stack;
        this.project = project;
        this.providers = new ProviderSessions(config, (wanted) => this.register(wanted));
    }

    /** Everything registered so far, in that order. */
    get resources(): readonly Known[] {
        return [...this.byUrn.values()];
    }

    find(urn: string): Known | undefined {
        return this.byUrn.get(urn);
    }

    /** Registers a resource as the engine does, or throws what the engine refuses. */
    register(given: Wanted): Known {
        const parent = this.byUrn.get(given.parent);
        const wanted = { ...given, protect: given.protect ?? parent?.protect, providers: providersOf(given, parent) };
        const urn = resourceUrn(this.stack, this.project, wanted);
        if (this.byUrn.has(urn)) throw new Refused([`Duplicate resource URN '${urn}'; try giving it a unique name`]);
        const known: Known = { ...wanted, urn, id: "", inputs: withAssetHashes(wanted.inputs), outputs: {} };
        if (wanted.custom) this.create(known, parent);
        this.byUrn.set(urn, known);
        return known;
    }

    private create(known: Known, parent: Known | undefined): void {
        const { urn, type } = known;
        const checked = asProviderSees(known.inputs);
        if (type.startsWith("pulumi:providers:")) {
            const failures = this.providers.configure(urn, type, checked);
            Object.assign(known, { id: UNKNOWN_PROVIDER, inputs: checked, outputs: checked });
            this.refuse(known, failures);
            return;
        }
        const session = this.providers.for(known, parent);
        known.provider = session.urn;
        const { inputs, failures } = checkResource(session, { urn, generation: 0 }, {}, checked);
        known.inputs = inputs;
        this.refuse(known, failures);
        Object.assign(known, predicted(known, session));
    }

    /** The guardrails judge a refused resource too. */
    private refuse(known: Known, failures: readonly Failure[]): void {
        if (failures.length === 0) return;
        this.byUrn.set(known.urn, known);
        const told = failures.map(({ property, reason }) => (property === "" ? reason : `${property} ${reason}`));
        throw new Refused(told.map((reason) => `${known.type} resource '${known.name}' has a problem: ${reason}`));
    }
}

/** A component hands the providers that it was given on to the components in it. */
function providersOf({ custom, providers }: Wanted, parent: Known | undefined): Record<string, string> {
    return custom || parent === undefined || parent.custom ? providers : { ...parent.providers, ...providers };
}

/** What the engine has for the id of a provider in a preview. */
const UNKNOWN_PROVIDER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function predicted(known: Known, session: ProviderSession): Pick<Known, "id" | "outputs"> {
    try {
        const { id, outputs } = predictResource(session, { urn: known.urn, generation: 0 }, known.inputs);
        return { id: isUnknown(id) ? "" : id, outputs: withSecrets(known, outputs) };
    } catch (error) {
        throw new Refused([`Preview failed: ${error instanceof Error ? error.message : String(error)}`]);
    }
}

/** An output is secret when the program says so, or when it comes from an input of that name that is. */
function withSecrets({ inputs, additionalSecretOutputs }: Known, outputs: Properties): Properties {
    const named = new Set(additionalSecretOutputs);
    return Object.fromEntries(
        Object.entries(outputs).map(([key, value]) => [
            key,
            key !== "id" && (named.has(key) || isSecret(inputs[key])) ? secret(value) : value,
        ]),
    );
}

import type { ResourceTransform } from "@pulumi/pulumi";
import { answerInvoke } from "../providers/answers/answer-invoke.ts";
import { constructComponent } from "../providers/answers/construct-component.ts";
import type { Constructed } from "../providers/components/component.ts";
import type { Child, Registered, Registrar } from "../providers/components/registrar.ts";
import { normalised } from "../providers/values/normalised.ts";
import { UNKNOWN } from "../store/signatures.ts";
import type { Properties } from "../store/value.ts";
import type { Deployment } from "./deployment.ts";
import { Refused } from "./refused.ts";
import { PLAIN, type Wanted } from "./resources.ts";

/** Has a component built whose code is in a provider; its children stand where the program constructs the component. */
export async function construct(
    deployment: Deployment,
    wanted: Wanted,
    sdkVersions: Versions,
    transforms: readonly ResourceTransform[] = [],
): Promise<Constructed> {
    const session = deployment.providers.for(wanted, deployment.find(wanted.parent));
    const version = sdkVersions(session.provider.componentsOf ?? "");
    const registrar = new InProcessRegistrar(deployment, wanted, version, transforms);
    const inputs = normalised(wanted.inputs) as Properties;
    try {
        return await constructComponent(session.provider, { ...wanted, inputs }, registrar);
    } catch (error) {
        if (error instanceof Refused) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        throw new Refused([`${wanted.type} resource '${wanted.name}' has a problem: ${reason}`]);
    }
}

/** The version of the installed SDK of a package. */
export type Versions = (packageName: string) => string;

class InProcessRegistrar implements Registrar {
    private readonly deployment: Deployment;
    private readonly wanted: Wanted;
    private readonly version: string;
    private readonly transforms: readonly ResourceTransform[];

    constructor(deployment: Deployment, wanted: Wanted, version: string, transforms: readonly ResourceTransform[]) {
        this.deployment = deployment;
        this.wanted = wanted;
        this.version = version;
        this.transforms = transforms;
    }

    async component(inputs: Properties): Promise<Registered> {
        const { urn } = this.deployment.register({ ...this.wanted, custom: false, inputs, propertyDependencies: {} });
        return { urn, id: "", version: this.version };
    }

    async child({ type, name, inputs: given, parent, madeFrom = {} }: Child): Promise<Registered> {
        const { protect, providers, site } = this.wanted;
        const inputs = await this.transformed(type, name, given);
        const { urn, id } = this.deployment.register({
            ...PLAIN,
            type,
            name,
            parent: parent.urn,
            custom: true,
            inputs,
            protect,
            site,
            providerReference: providers[type.split(":")[0] ?? ""] ?? "",
            version: this.version,
            propertyDependencies: Object.fromEntries(
                Object.entries(madeFrom)
                    .filter(([property]) => property in inputs)
                    .map(([property, sources]) => [property, sources.map((source) => source.urn)]),
            ),
        });
        return { urn, id: id || UNKNOWN, version: this.version };
    }

    /** What the component's transforms make of a child's inputs, one after the other; options stay what they are. */
    private async transformed(type: string, name: string, given: Properties): Promise<Properties> {
        let props = given;
        for (const transform of this.transforms) {
            const made = await transform({ custom: true, type, name, props, opts: {} });
            if (made !== undefined) props = made.props as Properties;
        }
        return props;
    }

    async invoke(token: string, args: Properties): Promise<Properties> {
        const name = token.split(":")[0] ?? "";
        const session = this.deployment.providers.find(name, this.wanted.providers[name] ?? "", this.version);
        return answerInvoke(session, token, args);
    }

    async finish({ urn }: Registered, outputs: Properties): Promise<void> {
        const known = this.deployment.find(urn);
        if (known !== undefined) known.outputs = outputs;
    }
}

import type { ConstructRequest, ConstructResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { Registrar } from "../components/registrar.ts";
import type { Session } from "../session.ts";
import { decode, encode } from "../values/codec.ts";
import { plainProperties } from "../values/plain.ts";

/** Builds a component whose code is in the provider, not in the program. */
export async function construct(session: Session, request: ConstructRequest): Promise<ConstructResponse> {
    const { components = {}, name } = session.provider;
    const component = components[request.getType()];
    if (component === undefined) {
        throw new Error(
            `the local cloud does not know the component ${request.getType()}: add it to local/providers/packages/${name}.ts`,
        );
    }
    const registrar = new Registrar(request, session.childVersion);
    try {
        const args = plainProperties(decode(request.getInputs()));
        const { component: made, outputs, madeFrom } = await component(request.getName(), args, registrar);
        await registrar.finish(made, outputs);
        const response = new messages.ConstructResponse();
        response.setUrn(made.urn);
        response.setState(encode(outputs));
        for (const [property, sources] of Object.entries(madeFrom)) {
            const dependencies = new messages.ConstructResponse.PropertyDependencies();
            dependencies.setUrnsList(sources.map(({ urn }) => urn));
            response.getStatedependenciesMap().set(property, dependencies);
        }
        return response;
    } finally {
        registrar.close();
    }
}

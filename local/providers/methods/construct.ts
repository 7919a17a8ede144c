import type { ConstructRequest, ConstructResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { constructComponent } from "../answers/construct-component.ts";
import { EngineRegistrar } from "../components/engine-registrar.ts";
import type { Session } from "../session.ts";
import { decode, encode } from "../values/codec.ts";

export async function construct(session: Session, request: ConstructRequest): Promise<ConstructResponse> {
    const registrar = new EngineRegistrar(request, session.childVersion);
    const wanted = { type: request.getType(), name: request.getName(), inputs: decode(request.getInputs()) };
    try {
        const { component, outputs, madeFrom } = await constructComponent(session.provider, wanted, registrar);
        const response = new messages.ConstructResponse();
        response.setUrn(component.urn);
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

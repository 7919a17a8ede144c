import { setTimeout as pause } from "node:timers/promises";
import type { Clients } from "../clients.ts";
import { text } from "./inputs.ts";
import type { Keeping, LiveResource } from "./live-binding.ts";
import { sageMaker, unlessGone } from "./sagemaker-calls.ts";

const POLL_MS = 50;

/** Like Pulumi's own provider, waits until the endpoint answers, and fails when it does not come to. */
export const keeping: Keeping = {
    async put(resource, clients) {
        const names = {
            EndpointName: text(resource, "name"),
            EndpointConfigName: text(resource, "endpointConfigName"),
        };
        const there = await described(resource, clients);
        if (there?.EndpointStatus === "Failed") await this.remove(resource, clients);
        const exists = there !== undefined && there.EndpointStatus !== "Failed";
        await sageMaker(clients, exists ? "UpdateEndpoint" : "CreateEndpoint", names);
        for (;;) {
            const now = await described(resource, clients);
            const { EndpointStatus, FailureReason, EndpointConfigName } = now ?? {};
            if (EndpointStatus === "InService" && EndpointConfigName === names.EndpointConfigName) return;
            if (FailureReason !== undefined || now === undefined) {
                throw new Error(`Endpoint ${names.EndpointName} cannot be brought into service. ${FailureReason}`);
            }
            await pause(POLL_MS);
        }
    },
    async remove(resource, clients) {
        const EndpointName = text(resource, "name");
        await unlessGone(sageMaker(clients, "DeleteEndpoint", { EndpointName }));
    },
};

function described(resource: LiveResource, clients: Clients) {
    return unlessGone(sageMaker(clients, "DescribeEndpoint", { EndpointName: text(resource, "name") }));
}

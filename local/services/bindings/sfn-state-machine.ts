import { type JsonService, signedCall } from "../signed-call.ts";
import { optionalText, text } from "./inputs.ts";
import { type Keeping, unlessAbsent } from "./live-binding.ts";

const STATES: JsonService = { service: "states", target: "AWSStepFunctions" };

export const keeping: Keeping = {
    async put(resource, clients) {
        const name = text(resource, "name");
        const stateMachineArn = `arn:aws:states:${clients.region}:${clients.accountId}:stateMachine:${name}`;
        const described = { definition: text(resource, "definition"), roleArn: text(resource, "roleArn") };
        const there = await unlessAbsent(signedCall(clients, STATES, "DescribeStateMachine", { stateMachineArn }));
        if (there) await signedCall(clients, STATES, "UpdateStateMachine", { stateMachineArn, ...described });
        else {
            const type = optionalText(resource.inputs, "type") ?? "STANDARD";
            await signedCall(clients, STATES, "CreateStateMachine", { name, type, ...described });
        }
    },
    async remove(resource, clients) {
        const stateMachineArn = resource.id;
        await signedCall(clients, STATES, "DeleteStateMachine", { stateMachineArn });
    },
};

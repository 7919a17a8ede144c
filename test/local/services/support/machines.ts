import { setTimeout as pause } from "node:timers/promises";
import { type JsonService, signedCall } from "../../../../local/services/signed-call.ts";
import { create, resource, roleArn } from "./resources.ts";
import type { Running } from "./running-services.ts";

const STATES: JsonService = { service: "states", target: "AWSStepFunctions" };

/** A state machine with a role of the same name that may do this; its ARN. */
export async function makeMachine(running: Running, name: string, definition: string, statements: object[]) {
    const { clients } = running;
    const trust = JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "states.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
    await create(resource("aws:iam/role:Role", name, { name, assumeRolePolicy: trust }), clients);
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    await create(resource("aws:iam/rolePolicy:RolePolicy", name, { name, role: name, policy }), clients);
    const input = { name, definition, roleArn: roleArn(name), type: "STANDARD" };
    const { stateMachineArn } = await signedCall(clients, STATES, "CreateStateMachine", input);
    return String(stateMachineArn);
}

export interface Execution {
    name: string;
    status: string;
    error?: string;
    cause?: string;
    output?: string;
}

/** Runs it to its end. */
export async function runMachine({ clients }: Running, stateMachineArn: string): Promise<Execution> {
    const { executionArn } = await signedCall(clients, STATES, "StartExecution", { stateMachineArn, input: "{}" });
    for (;;) {
        const found = await signedCall(clients, STATES, "DescribeExecution", { executionArn });
        if (found.status !== "RUNNING") return found as unknown as Execution;
        await pause(200);
    }
}

import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import type { Store } from "../../store/store.ts";
import { type Clients, localClients } from "../clients.ts";
import { mayRole } from "../may-role.ts";
import { type JsonService, signedCall } from "../signed-call.ts";
import { SCHEDULE, type Schedule, scheduleOf } from "./schedule.ts";
import { Scheduler } from "./scheduler.ts";

const STATES: JsonService = { service: "states", target: "AWSStepFunctions" };

/** The role of a schedule may not start what the schedule starts. */
export class NotAllowedError extends Error {
    override readonly name = "NotAllowedError";
}

export interface LocalScheduler extends Pick<Scheduler, "advance"> {
    close(): void;
}

/** Starts what the provisioned schedules of a stack start, in the local services, each where its role may. */
export function localScheduler(store: Store, runFile: string): LocalScheduler {
    let opened: Clients | undefined;
    const clients = () => {
        opened ??= localClients(runFile);
        return opened;
    };
    const scheduler = new Scheduler({
        schedules: async () => (await store.list()).filter(({ type }) => type === SCHEDULE).map(scheduleOf),
        deliver: (schedule) => deliver(schedule, clients()),
        async count(MetricName, group) {
            const MetricData = [{ MetricName, Value: 1, Dimensions: [{ Name: "ScheduleGroup", Value: group }] }];
            const command = new PutMetricDataCommand({ Namespace: "AWS/Scheduler", MetricData });
            await clients().of(CloudWatchClient).send(command);
        },
    });
    return { advance: (now) => scheduler.advance(now), close: () => opened?.close() };
}

/** Starts what a schedule starts, in its role's name. */
export async function deliver({ name, target: { arn, roleArn, input } }: Schedule, clients: Clients): Promise<void> {
    const [, , service] = arn.split(":");
    const action = service === "states" ? "states:StartExecution" : "lambda:InvokeFunction";
    const role = roleArn.split("/").at(-1) ?? "";
    if (!(await mayRole(clients, role, action, arn))) {
        throw new NotAllowedError(`the role ${role} of the schedule ${name} may not ${action} ${arn}`);
    }
    if (service === "states") {
        await signedCall(clients, STATES, "StartExecution", { stateMachineArn: arn, input });
        return;
    }
    // Waited for, where AWS only asks for it: on a slow machine no two runs of the worker get in each other's way.
    const FunctionName = arn.split(":").at(-1);
    await clients.of(LambdaClient).send(new InvokeCommand({ FunctionName, Payload: input }));
}

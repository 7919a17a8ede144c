import {
    CloudWatchClient,
    type MetricAlarm,
    paginateDescribeAlarms,
    SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch";
import { probe } from "../probe-queue.ts";
import type { Context, Step } from "../step.ts";
import { failed, held, unknown } from "../verdict.ts";

const REASON = "Drill of npm run verify: nothing is wrong, nothing is to be done.";

export const alarms: Step = {
    name: "alarms",
    proves: "An alarm of the stack reaches a receiver of the operations topic. Its other receivers get it too.",
    answers: "CloudWatch may publish to an encrypted topic only if the policies of topic and key both let it.",
    async run(context) {
        const { cloud, outputs, until, afterwards } = context;
        const alarm = await quietAlarm(context);
        if (alarm === undefined) {
            return unknown("No alarm of the operations topic is at rest now: wait until the present ones are over.");
        }
        const { AlarmName, StateValue } = alarm;
        const set = (value: MetricAlarm["StateValue"]) =>
            cloud
                .of(CloudWatchClient)
                .send(new SetAlarmStateCommand({ AlarmName, StateValue: value, StateReason: REASON }));
        const receiver = await probe(context, outputs.operationsTopicArn);
        afterwards(`the alarm ${AlarmName} in the state ALARM, until CloudWatch looks again`, () => set(StateValue));
        const started = performance.now();
        await set("ALARM");
        const came = await until(async () => {
            const texts = await receiver.take();
            return texts.find((text) => text.includes(REASON));
        });
        const evidence = { alarm: AlarmName ?? "", topic: outputs.operationsTopicArn };
        if (came !== undefined) return held({ ...evidence, seconds: Math.round(performance.now() - started) / 1000 });
        return failed(
            `${AlarmName} was raised, and nothing came.`,
            "Its history in CloudWatch says why; most often the key of the topic does not let cloudwatch.amazonaws.com use it.",
            evidence,
        );
    },
};

/** Alarms of endpoints may roll a deployment back, so they are left alone. */
const ACTS = "AWS/SageMaker";

async function quietAlarm({ cloud, outputs }: Context): Promise<MetricAlarm | undefined> {
    const quiet: MetricAlarm[] = [];
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client: cloud.of(CloudWatchClient) }, {})) {
        quiet.push(
            ...MetricAlarms.filter(
                ({ AlarmActions = [], ActionsEnabled, StateValue, Namespace, Metrics = [] }) =>
                    AlarmActions.length === 1 &&
                    AlarmActions[0] === outputs.operationsTopicArn &&
                    ActionsEnabled !== false &&
                    StateValue !== "ALARM" &&
                    Namespace !== ACTS &&
                    Metrics.every(({ MetricStat }) => MetricStat?.Metric?.Namespace !== ACTS),
            ),
        );
    }
    return quiet.sort((one, other) => ((one.AlarmName ?? "") < (other.AlarmName ?? "") ? -1 : 1))[0];
}

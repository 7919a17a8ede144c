type Fields = Record<string, string | undefined>;

const REFERENCES = ["onFail", "onLateAction", "dependsOn"];

function object(id: string, fields: Fields) {
    const list = Object.entries(fields).flatMap(([key, value]) => {
        if (value === undefined) return [];
        return [REFERENCES.includes(key) ? { key, refValue: value } : { key, stringValue: value }];
    });
    return { id, name: id, fields: list };
}

/** A definition of AWS Data Pipeline of these objects. */
export function props(...pipelineObjects: object[]) {
    return { pipelineId: "df-1", pipelineObjects };
}

export function activity(changes: Fields = {}) {
    return object("step", {
        type: "ShellCommandActivity",
        workerGroup: "workers",
        attemptTimeout: "15 Minutes",
        maximumRetries: "2",
        retryDelay: "5 Minutes",
        lateAfterTimeout: "60 Minutes",
        onFail: "alarm",
        onLateAction: "alarm",
        ...changes,
    });
}

export function alarm(changes: Fields = {}) {
    return object("alarm", { type: "SnsAlarm", topicArn: "arn:topic", role: "teller", ...changes });
}

export const topic = { type: "aws:sns/topic:Topic", name: "topic", props: { arn: "arn:topic" } };
export const subscription = {
    type: "aws:sns/topicSubscription:TopicSubscription",
    name: "subscription",
    props: { topic: "arn:topic" },
};

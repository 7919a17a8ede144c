import { at, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";
import { sparkNeeds } from "./spark.ts";
import { trainingNeeds } from "./trainings.ts";

const INTEGRATIONS = "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html";

const DELIVERY = [
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
];
const TRACING = [
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
];

/** What Step Functions does in the name of each workflow. */
export function byStepFunctions(program: Program): Need[] {
    const { role, ofType } = program;
    return ofType("aws:sfn/stateMachine:StateMachine").flatMap(({ props }) => {
        const holder = role(props.roleArn);
        const logs = { why: "Step Functions delivers the log of the workflow", source: docs("cw-logs") };
        const traces = {
            why: "Step Functions sends the traces of the workflow",
            source: docs("concepts-xray-tracing"),
        };
        const isLogged = !["", "OFF"].includes(text(props, "loggingConfiguration", "level"));
        return [
            ...(isLogged ? needs(holder, DELIVERY, "*", logs) : []),
            ...(at(props, "tracingConfiguration", "enabled") ? needs(holder, TRACING, "*", traces) : []),
            ...tasksIn(JSON.parse(text(props, "definition"))).flatMap((task) => byTask(program, holder, task)),
        ];
    });
}

function docs(page: string): string {
    return `https://docs.aws.amazon.com/step-functions/latest/dg/${page}.html`;
}

interface Task {
    Resource: string;
    Parameters: unknown;
}

/** Every task of a definition, also inside its branches. */
function tasksIn(definition: unknown): Task[] {
    if (typeof definition !== "object" || definition === null) return [];
    const own = at(definition, "Type") === "Task" ? [definition as Task] : [];
    return [...own, ...Object.values(definition).flatMap(tasksIn)];
}

/** What a task of each kind calls, in the name of the workflow. */
function byTask(program: Program, holder: string | undefined, { Resource, Parameters }: Task): Need[] {
    const kind = Resource.replace("arn:aws:states:::", "");
    const { names } = program;
    const plain = (...path: string[]) => names.plain(text(Parameters, ...path));
    const because = (why: string) => ({ why, source: INTEGRATIONS });
    if (kind === "lambda:invoke")
        return needs(holder, ["lambda:InvokeFunction"], plain("FunctionName"), because("a task runs the function"));
    if (kind === "sns:publish")
        return needs(holder, ["sns:Publish"], plain("TopicArn"), because("a task tells of a failure"));
    if (kind === "emr-serverless:startJobRun.sync")
        return [
            ...sparkNeeds(program, holder, text(Parameters, "ApplicationId"), {
                role: text(Parameters, "ExecutionRoleArn"),
                key: text(
                    Parameters,
                    ...["ConfigurationOverrides", "MonitoringConfiguration", "CloudWatchLoggingConfiguration"],
                    "EncryptionKeyArn",
                ),
            }),
            ...eventsOf(holder, "EMRServerlessJob"),
        ];
    if (kind === "sagemaker:createTrainingJob.sync")
        return [
            ...trainingNeeds(program, holder, text(Parameters, "RoleArn")),
            ...eventsOf(holder, "SageMakerTrainingJobs"),
        ];
    throw new Error(`Nobody knows what a task ${kind} needs: say so in in-its-name/workflows.ts`);
}

/** Step Functions hears of the end by a rule that it keeps itself. */
function eventsOf(holder: string | undefined, what: string): Need[] {
    const rule = `arn:aws:events:{region}:{account}:rule/StepFunctionsGetEventsFor${what}Rule`;
    const why = { why: "Step Functions hears of the end by a rule of its own", source: INTEGRATIONS };
    return needs(holder, ["events:DescribeRule", "events:PutRule", "events:PutTargets"], rule, why);
}

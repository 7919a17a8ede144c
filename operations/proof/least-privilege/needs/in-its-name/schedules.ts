import { list, type Program, text } from "../../program/program.ts";
import { type Need, needs } from "../need.ts";

const DATA_PIPELINE = "https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/dp-iam-roles.html";
const SCHEDULER = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role";

/** What Scheduler and Data Pipeline do in the name of the roles that they are given. */
export function bySchedulers(program: Program): Need[] {
    return [...bySchedules(program), ...byPipelines(program)];
}

function bySchedules({ names, role, ofType }: Program): Need[] {
    const action: Record<string, string> = { lambda: "lambda:InvokeFunction", states: "states:StartExecution" };
    return ofType("aws:scheduler/schedule:Schedule").flatMap(({ props }) => {
        const target = text(props, "target", "arn");
        const does = action[target.split(":")[2] ?? ""];
        const why = { why: "Scheduler starts its target", source: SCHEDULER };
        return does === undefined
            ? []
            : needs(role(text(props, "target", "roleArn")), [does], names.plain(target), why);
    });
}

function byPipelines({ names, role, ofType }: Program): Need[] {
    return ofType("aws:datapipeline/pipelineDefinition:PipelineDefinition").flatMap(({ props }) =>
        list(props, "pipelineObjects").flatMap((object) => {
            const fields = new Map(list(object, "fields").map((one) => [text(one, "key"), text(one, "stringValue")]));
            if (fields.get("type") !== "SnsAlarm") return [];
            const topic = names.plain(fields.get("topicArn") ?? "");
            const why = { why: "Data Pipeline tells of a step that failed or is late", source: DATA_PIPELINE };
            return needs(role(fields.get("role")), ["sns:Publish"], topic, why);
        }),
    );
}

import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

/** What runs: functions, workflows, schedules and the API. */
export function compute(place: Place): Access {
    const functions = arnIn(place, "lambda", "function:*");
    const mappings = arnIn(place, "lambda", "event-source-mapping:*");
    const machines = arnIn(place, "states", "stateMachine:*");
    const schedules = [arnIn(place, "scheduler", "schedule/*"), arnIn(place, "scheduler", "schedule-group/*")];
    const apis = ["apis", "apis/*", "tags/*"].map((path) => `arn:aws:apigateway:${place.region}::/${path}`);
    return {
        read: [
            allow(
                of(
                    "lambda",
                    "GetFunction",
                    "GetFunctionCodeSigningConfig",
                    "GetFunctionConcurrency",
                    "GetFunctionConfiguration",
                    "GetFunctionEventInvokeConfig",
                    "GetFunctionRecursionConfig",
                    "GetPolicy",
                    "GetRuntimeManagementConfig",
                    "ListVersionsByFunction",
                ),
                functions,
            ),
            allow(of("lambda", "GetEventSourceMapping"), mappings),
            allow(of("lambda", "ListTags"), [functions, mappings]),
            allow(of("states", "DescribeStateMachine", "ListStateMachineVersions", "ListTagsForResource"), machines),
            // Asked at each preview, before the workflow exists.
            unnamed(of("states", "ValidateStateMachineDefinition")),
            allow(of("scheduler", "GetSchedule", "GetScheduleGroup", "ListTagsForResource"), schedules),
            allow(of("apigateway", "GET"), apis),
        ],
        write: [
            allow(
                of(
                    "lambda",
                    "AddPermission",
                    "CreateFunction",
                    "DeleteFunction",
                    "DeleteFunctionConcurrency",
                    "DeleteFunctionEventInvokeConfig",
                    "PublishVersion",
                    "PutFunctionConcurrency",
                    "PutFunctionEventInvokeConfig",
                    "PutFunctionRecursionConfig",
                    "RemovePermission",
                    "UpdateFunctionCode",
                    "UpdateFunctionConfiguration",
                    "UpdateFunctionEventInvokeConfig",
                ),
                functions,
            ),
            // The one function that an update runs: it brings the warehouse to the schema of the program.
            allow(of("lambda", "InvokeFunction"), arnIn(place, "lambda", "function:migrate-*")),
            unnamed(of("lambda", "CreateEventSourceMapping")),
            allow(of("lambda", "DeleteEventSourceMapping", "UpdateEventSourceMapping"), mappings),
            allow(of("lambda", "TagResource", "UntagResource"), [functions, mappings]),
            allow(
                of(
                    "states",
                    "CreateStateMachine",
                    "DeleteStateMachine",
                    "TagResource",
                    "UntagResource",
                    "UpdateStateMachine",
                ),
                machines,
            ),
            allow(
                of(
                    "scheduler",
                    "CreateSchedule",
                    "CreateScheduleGroup",
                    "DeleteSchedule",
                    "DeleteScheduleGroup",
                    "TagResource",
                    "UntagResource",
                    "UpdateSchedule",
                ),
                schedules,
            ),
            allow(of("apigateway", "DELETE", "PATCH", "POST", "PUT", "TagResource", "UntagResource"), apis),
        ],
    };
}

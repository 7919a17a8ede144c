import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

/** What works on much at once: pipelines by the hour, and Spark over the history. It starts neither. */
export function batch(place: Place): Access {
    const pipelines = arnIn(place, "datapipeline", "pipeline/*");
    const applications = arnIn(place, "emr-serverless", "/*");
    return {
        read: [
            // A preview asks whether the account may have pipelines at all; a list names none.
            unnamed(of("datapipeline", "ListPipelines")),
            allow(of("datapipeline", "DescribeObjects", "DescribePipelines", "GetPipelineDefinition"), pipelines),
            allow(of("emr-serverless", "GetApplication", "ListTagsForResource"), applications),
        ],
        write: [
            // Neither has a name before it is created.
            unnamed([...of("datapipeline", "CreatePipeline"), ...of("emr-serverless", "CreateApplication")]),
            allow(
                of(
                    "datapipeline",
                    "ActivatePipeline",
                    "AddTags",
                    "DeactivatePipeline",
                    "DeletePipeline",
                    "PutPipelineDefinition",
                    "RemoveTags",
                    "ValidatePipelineDefinition",
                ),
                pipelines,
            ),
            allow(
                of(
                    "emr-serverless",
                    "DeleteApplication",
                    "StopApplication",
                    "TagResource",
                    "UntagResource",
                    "UpdateApplication",
                ),
                applications,
            ),
        ],
    };
}

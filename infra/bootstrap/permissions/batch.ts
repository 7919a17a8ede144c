import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

/** What works on much at once: pipelines by the hour, and Spark over the history. It starts neither. */
export function batch(place: Place): Access {
    const pipelines = arnIn(place, "datapipeline", "pipeline/*");
    const applications = arnIn(place, "emr-serverless", "/*");
    return {
        read: [
            allow(of("datapipeline", "DescribeObjects", "DescribePipelines", "GetPipelineDefinition"), pipelines),
            allow(of("emr-serverless", "GetApplication", "ListTagsForResource"), applications),
        ],
        write: [
            // A pipeline has no name before it is created.
            unnamed(of("datapipeline", "CreatePipeline")),
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
                    "CreateApplication",
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

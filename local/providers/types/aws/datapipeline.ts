import { pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { regional, tagged } from "./common.ts";
import { definitionChecks } from "./datapipeline-definition.ts";

export const datapipeline: TypeTable = {
    "aws:datapipeline/pipeline:Pipeline": regional(
        tagged({
            name: {
                property: "name",
                minLength: 1,
                maxLength: 1024,
                pattern: /^[^\p{Cc}]+$/u,
                allowed: "printable characters",
            },
            id: (pipeline) => `df-${pipeline.hex("pipeline", 20).toUpperCase()}`,
            outputs: () => ({ description: "" }),
            // The service has no call that changes either.
            replaceOn: ["name", "description"],
        }),
    ),
    "aws:datapipeline/pipelineDefinition:PipelineDefinition": regional({
        id: (definition) => definition.text("pipelineId"),
        replaceOn: ["pipelineId"],
        checks: [
            required("pipelineId", "pipelineObjects", "pipelineObjects[*].id", "pipelineObjects[*].name"),
            pattern("pipelineId", /^df-[A-Z0-9]+$/, "the id of a pipeline such as df-0123456789ABCDEF"),
            ...definitionChecks,
        ],
    }),
};

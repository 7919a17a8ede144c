import type { Resource } from "../core/resource.ts";

/** One object of a definition of AWS Data Pipeline. */
export interface PipelineObject {
    id: string;
    type: string;
    /** Fields that are text. */
    texts: ReadonlyMap<string, string>;
    /** Fields that name another object. */
    refs: ReadonlyMap<string, string>;
}

export function definedObjects(definition: Resource): PipelineObject[] {
    return definition
        .at("pipelineObjects")
        .items()
        .map((object) => {
            const fields = object.at("fields").items();
            const of = (kind: string) =>
                new Map(
                    fields.flatMap((field): [string, string][] => {
                        const [key, value] = [field.at("key").text(), field.at(kind).text()];
                        return key === undefined || value === undefined ? [] : [[key, value]];
                    }),
                );
            const texts = of("stringValue");
            return { id: object.at("id").text() ?? "", type: texts.get("type") ?? "", texts, refs: of("refValue") };
        });
}

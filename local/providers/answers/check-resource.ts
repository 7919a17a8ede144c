import { parseUrn } from "../../store/urn.ts";
import type { Properties } from "../../store/value.ts";
import { type Checked, checkInputs } from "../check-inputs.ts";
import { unknownType } from "../types/table.ts";
import type { Answering, Asked } from "./answering.ts";

/** The inputs as the provider completes them, and what it refuses in them; of an unknown type, all. */
export function checkResource(by: Answering, { urn, generation }: Asked, olds: Properties, news: Properties): Checked {
    const { type, name } = parseUrn(urn);
    const definition = by.provider.types[type];
    if (definition === undefined) return { inputs: news, failures: [{ property: "", reason: unknownType(type) }] };
    return checkInputs(definition, { urn, name, generation }, olds, news, by.cloud);
}

import { parseUrn } from "../../store/urn.ts";
import type { Properties } from "../../store/value.ts";
import { type Prediction, predict } from "../predict.ts";
import { definitionOf } from "../types/table.ts";
import { viewOf } from "../view.ts";
import type { Answering, Asked } from "./answering.ts";

/** The id and the outputs that the cloud would give a resource with these checked inputs. */
export function predictResource(by: Answering, { urn, generation }: Asked, inputs: Properties): Prediction {
    const { type, name } = parseUrn(urn);
    const definition = definitionOf(by.provider.types, type);
    return predict(definition, viewOf(definition, { urn, name, generation }, inputs, by.cloud), inputs);
}

import type { Properties } from "../store/value.ts";
import type { Cloud } from "./cloud.ts";
import { physicalName } from "./naming/auto-name.ts";
import { uniqueHex, uuidFrom } from "./naming/unique.ts";
import type { ResourceView, TypeDefinition } from "./types/definition.ts";
import { plainProperties } from "./values/plain.ts";

export interface Identity {
    readonly urn: string;
    readonly name: string;
    readonly generation: number;
}

/** What the tables get to see of a resource with these inputs. */
export function viewOf(definition: TypeDefinition, identity: Identity, inputs: Properties, cloud: Cloud): ResourceView {
    const { urn, name, generation } = identity;
    const known = plainProperties(inputs);
    const hex = (purpose: string, length: number): string => uniqueHex(urn, generation, purpose, length);
    const text = (property: string): string => {
        const value = known[property];
        return typeof value === "string" || typeof value === "number" ? String(value) : "";
    };
    return {
        urn,
        name,
        cloud,
        inputs: known,
        region: text("region") || cloud.region,
        physicalName: physicalName(definition.name, known, hex),
        text,
        hex,
        uuid: (purpose) => uuidFrom(hex(purpose, 32)),
    };
}

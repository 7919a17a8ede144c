import type { Properties } from "../../store/value.ts";
import type { Check } from "../checks/check.ts";
import type { Cloud } from "../cloud.ts";
import type { NameRule } from "../naming/name-rule.ts";

/** A resource as the tables see it: secrets unwrapped; an unknown value is a text that survives inside other texts. */
export interface ResourceView {
    readonly urn: string;
    /** Logical name. */
    readonly name: string;
    readonly cloud: Cloud;
    /** Region of this very resource. */
    readonly region: string;
    readonly inputs: Properties;
    /** The name in the cloud, given or generated; empty for a type without one. */
    readonly physicalName: string;
    /** The input as text; empty when absent. */
    text(property: string): string;
    /** Hexadecimal digits that are this resource's alone, the same in each run. */
    hex(purpose: string, length: number): string;
    uuid(purpose: string): string;
}

/** All that the stand-in knows of one resource type. */
export interface TypeDefinition {
    readonly name?: NameRule;
    readonly id: (resource: ResourceView) => string;
    /** What the cloud adds. A given input of the same name wins: so are optional properties that the cloud fills. */
    readonly outputs?: (resource: ResourceView) => Properties;
    /** What the real provider's Check writes into the inputs when the program leaves it out. */
    readonly defaults?: Properties | ((cloud: Cloud) => Properties);
    /** Paths whose change needs a new resource. */
    readonly replaceOn: readonly string[];
    readonly checks?: readonly Check[];
    readonly secretOutputs?: readonly string[];
}

export type TypeTable = Readonly<Record<string, TypeDefinition>>;

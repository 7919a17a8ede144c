import type { Properties } from "../../store/value.ts";

/** How a type is named: the property, what the cloud allows, and how the provider makes a name up. */
export interface NameRule {
    readonly property: string;
    /** Property that asks for a generated name with this beginning. */
    readonly prefixProperty?: string;
    readonly minLength?: number;
    readonly maxLength: number;
    readonly pattern: RegExp;
    /** What the pattern allows, in words: completes "must be made of …". */
    readonly allowed: string;
    /** Between logical name and random part. Default: a dash. */
    readonly separator?: string;
    /** Length of the random part. Default: 7. */
    readonly randomLength?: number;
    /** What the name must start with, such as `alias/`. */
    readonly start?: string;
    /** What the name must end with for these inputs, such as `.fifo`. */
    readonly end?: (inputs: Properties) => string;
    readonly lowerCase?: boolean;
    /** How the provider makes the name, where it is no logical name with digits. */
    readonly made?: (hex: Hex) => string;
}

/** Hexadecimal digits that are one resource's alone, by purpose and length. */
export type Hex = (purpose: string, length: number) => string;

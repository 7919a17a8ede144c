import type { Properties } from "../../store/value.ts";
import type { Hex, NameRule } from "./name-rule.ts";

/** The name that the provider makes up for a resource without one, as the real provider forms it. */
export function autoName(rule: NameRule, logicalName: string, inputs: Properties, hex: Hex): string {
    if (rule.made !== undefined) return rule.made(hex);
    const { start = "", separator = "-", randomLength = 7 } = rule;
    const base = rule.lowerCase === true ? logicalName.toLowerCase() : logicalName;
    return `${start}${base}${separator}${hex("", randomLength)}${rule.end?.(inputs) ?? ""}`;
}

/** The name in the cloud: the given one, or one that begins with the given prefix. */
export function physicalName(rule: NameRule | undefined, inputs: Properties, hex: Hex): string {
    if (rule === undefined) return "";
    const given = inputs[rule.property];
    if (typeof given === "string") return given;
    const prefix = rule.prefixProperty === undefined ? undefined : inputs[rule.prefixProperty];
    // Terraform's providers add 26 digits to a prefix.
    return typeof prefix === "string" ? `${prefix}${hex("prefix", 26)}${rule.end?.(inputs) ?? ""}` : "";
}

import type { Properties } from "../../store/value.ts";
import type { NameRule } from "../naming/name-rule.ts";
import { hasUnknown } from "../values/plain.ts";
import type { Failure } from "./check.ts";

/** What the cloud refuses in a name. `made` tells that the provider made it from the logical name. */
export function checkName(rule: NameRule, inputs: Properties, made: boolean): Failure[] {
    const name = inputs[rule.property];
    if (typeof name !== "string" || hasUnknown(name)) return [];
    const hint = made ? "; it was made from the logical name: shorten that, or set this property" : "";
    const refuse = (reason: string): Failure[] => [
        { property: rule.property, reason: `${reason}, got "${name}"${hint}` },
    ];
    const { minLength = 1, maxLength, start = "", end } = rule;
    if (name.length > maxLength) return refuse(`must have at most ${maxLength} characters, has ${name.length}`);
    if (name.length < minLength) return refuse(`must have at least ${minLength} characters, has ${name.length}`);
    if (!name.startsWith(start)) return refuse(`must begin with ${start}`);
    const ending = end?.(inputs) ?? "";
    if (!name.endsWith(ending)) return refuse(`must end with ${ending}`);
    const middle = name.slice(start.length, name.length - ending.length);
    return rule.pattern.test(middle) ? [] : refuse(`must be made of ${rule.allowed}`);
}

import { noteHeld } from "../../core/held-to-production.ts";
import type { Resource } from "../../core/resource.ts";

const ELSEWHERE = ["dev", "local"];

/** Whether the limits of production apply. A stack that nobody listed as something else counts as production. */
export function inProduction({ stack }: Resource): boolean {
    if (ELSEWHERE.includes(stack)) return false;
    if (stack !== "prod") noteHeld(stack);
    return true;
}

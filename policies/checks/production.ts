import type { Resource } from "../core/resource.ts";

const ELSEWHERE = ["dev", "local"];

/** Whether the limits of production apply. A stack that nobody listed as something else counts as production. */
export function inProduction({ stack }: Resource): boolean {
    return !ELSEWHERE.includes(stack);
}

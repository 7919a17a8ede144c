import { environments } from "./environments.ts";
import type { Trusted } from "./trusted-settings.ts";

/** Whom a stack trusts; nothing for a stack that has no settings. Plain values, so that the guardrails may read them. */
export function trustedBy(stack: string): Trusted | undefined {
    return Object.hasOwn(environments, stack) ? environments[stack]?.trusted : undefined;
}

import { dev } from "./dev.ts";
import { local } from "./local.ts";
import { prod } from "./prod.ts";
import type { Trusted } from "./trusted-settings.ts";

const trusts: Readonly<Record<string, Trusted>> = {
    dev: dev.trusted,
    prod: prod.trusted,
    local: local.trusted,
};

/** Whom a stack trusts; nothing for a stack that has no settings. Plain values, so that the guardrails may read them. */
export function trustedBy(stack: string): Trusted | undefined {
    return Object.hasOwn(trusts, stack) ? trusts[stack] : undefined;
}

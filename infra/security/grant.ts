import type { Input } from "@pulumi/pulumi";

/**
 * One permission of a role, as plain data: what may be done (never a wildcard) to what.
 * Components hand these out; `PlatformFunction` writes one role policy from them.
 */
export interface Grant {
    Effect: "Allow";
    Action: string[];
    Resource: Input<string>;
    Condition?: Record<string, Record<string, Input<string>>>;
}

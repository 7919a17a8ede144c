import type { Input } from "@pulumi/pulumi";

/** Statement of a resource's own policy: nobody, not even this account, reaches it without TLS. */
export function refusePlainHttp(action: string, resource: Input<string> | Input<string>[]) {
    return {
        Sid: "RefusePlainHttp",
        Effect: "Deny",
        Principal: "*",
        Action: action,
        Resource: resource,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
}

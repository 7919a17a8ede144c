import type { Fault } from "../stacks/fault.ts";
import type { Settings } from "../stacks/settings.ts";
import { matching } from "./written.ts";

/** Who signs the tokens of the account for other clouds, as `Pulumi.<stack>.yaml` says it. */
export const ISSUER = "compliance-platform:awsTokenIssuer";

export const issuer = matching(
    /^https:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tokens\.sts\.global\.api\.aws$/,
    "the issuer of the account's tokens, https://<its id>.tokens.sts.global.api.aws",
);

/** Whoever does not own what signs the account's tokens must be told its name; the owner learns it by making it. */
export function issuerFaults(
    stack: string,
    { account }: Settings,
    { [ISSUER]: value }: Record<string, unknown>,
): Fault[] {
    const owns = account?.ownsOutboundFederation;
    if (owns === undefined || owns === (value === undefined)) return [];
    const error =
        value === undefined
            ? `the issuer of the account's tokens, since stacks/${stack}.ts says that another stack owns it`
            : "left out, since this stack owns it and learns it by itself";
    return [{ path: ISSUER, value, expected: error }];
}

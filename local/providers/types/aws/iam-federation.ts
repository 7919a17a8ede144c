import { each } from "../../checks/check.ts";
import { mostItems, pattern, required } from "../../checks/common.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { globalArn, tagged } from "./common.ts";

export const iamFederation: TypeTable = {
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": tagged({
        id: providerArn,
        outputs: (provider) => ({
            arn: providerArn(provider),
            // IAM fetches the print of the issuer's certificate by itself.
            thumbprintLists: [provider.hex("thumbprint", 40)],
        }),
        replaceOn: ["url"],
        checks: [
            required("url", "clientIdLists"),
            pattern("url", /^https:\/\/[^?#:]{1,247}$/, "an https address without port and query"),
            each("clientIdLists", (audiences) =>
                Array.isArray(audiences) && audiences.length === 0
                    ? "must name an audience, or IAM takes no token"
                    : undefined,
            ),
            mostItems("clientIdLists", 100),
            mostItems("thumbprintLists", 5),
            each("clientIdLists[*]", (audience) =>
                String(audience).length > 255 ? "must have at most 255 characters" : undefined,
            ),
            pattern("thumbprintLists[*]", /^[0-9A-Fa-f]{40}$/, "40 hexadecimal digits"),
        ],
    }),
    "aws:iam/outboundWebIdentityFederation:OutboundWebIdentityFederation": {
        // One in each account, known by it.
        id: ({ cloud }) => cloud.accountId,
        outputs: (federation) => ({
            issuerIdentifier: `https://${federation.uuid("issuer")}.tokens.sts.global.api.aws`,
        }),
        replaceOn: [],
    },
};

/** The ARN keeps a slash at the end of the address. */
function providerArn(provider: ResourceView): string {
    return globalArn(provider, "iam", `oidc-provider/${provider.text("url").replace(/^https:\/\//, "")}`);
}

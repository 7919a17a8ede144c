import { adds, refuses } from "../../support/type-tests.ts";

const PROVIDER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const url = "https://sts.windows.net/11111111-1111-4111-a111-111111111111/";
const good = { url, clientIdLists: ["api://it"] };

describe("the table of federation in aws.iam", () => {
    adds([
        {
            type: PROVIDER,
            inputs: good,
            id: /^arn:aws:iam::\d{12}:oidc-provider\/sts\.windows\.net\/11111111-1111-4111-a111-111111111111\/$/,
            outputs: {},
        },
        {
            type: "aws:iam/outboundWebIdentityFederation:OutboundWebIdentityFederation",
            inputs: {},
            id: /^\d{12}$/,
            outputs: {},
        },
    ]);

    refuses([
        {
            type: PROVIDER,
            good,
            bad: [
                [{ url: "http://x" }, "url must be an https address"],
                [{ url: "https://x:8443/" }, "url must be an https address"],
                [{ clientIdLists: null }, "clientIdLists is required"],
                [{ clientIdLists: ["x".repeat(256)] }, "clientIdLists[0] must have at most 255 characters"],
                [{ clientIdLists: Array(101).fill("x") }, "clientIdLists must have at most 100 items"],
                [{ thumbprintLists: ["ab"] }, "thumbprintLists[0] must be 40 hexadecimal digits"],
            ],
        },
    ]);
});

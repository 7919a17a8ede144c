import { atDoor } from "../at-door.ts";
import type { Step } from "../step.ts";
import { failed, held, unknown } from "../verdict.ts";

const VARIABLE = "COMPLIANCE_EXCHANGE_TOKEN";

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

export const token: Step = {
    name: "token",
    proves: "A token of Entra opens the door, and its header reaches the function behind it.",
    answers: "It is documented nowhere that the header survives the authorizer; without it nothing can be landed.",
    lacking: "API Gateway",
    async run({ outputs }) {
        const given = process.env[VARIABLE];
        if (given === undefined || given === "")
            return unknown(`Set ${VARIABLE} to a token of Entra for the exchange.`);
        // Whatever is no token would come back in the error that refuses it as a header, and be printed.
        if (!TOKEN.test(given)) return unknown(`What ${VARIABLE} holds is not a token: three parts joined by dots.`);
        const { status, code } = await atDoor(outputs.supplementaryUrl, given);
        // The function looks for the token before it looks at the caller, who is not the factory, and at the set, which is none.
        if (code === "other-identity" || code === "unknown-set") return held({ status, code });
        if (code === "no-token") {
            return failed(
                "The authorizer took the token, and the function did not get it.",
                "The header is lost on the way: see requestOf in functions/receive, and the integration of the API.",
            );
        }
        if (status === 401 || status === 403) {
            return unknown(`The authorizer answers ${status}: the token has expired, or is not for this application.`);
        }
        return failed(
            `It answers ${status}${code === undefined ? "" : ` ${code}`} instead of 403 other-identity.`,
            "See the log of receive and docs/runbooks/exchange-failing.md.",
        );
    },
};

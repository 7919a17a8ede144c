import { ENTRA_APPLICATION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** What an application needs that people or pages sign in to. Ours is the audience of tokens, and nothing else. */
const FOR_PEOPLE = ["publicClient", "singlePageApplication", "web"];

export const entraApplicationPlain: ResourceRule = {
    name: "entra-application-plain",
    scope: "resource",
    why: "An application that signs people in, or asks for rights of the directory, opens far more than one door to AWS.",
    severity: "critical",
    controls: ["pci:7.2.5", "nist:AC-6", "nist:IA-9", "iso:A.8.2"],
    fix: `Leave out ${FOR_PEOPLE.join(", ")}, requiredResourceAccesses, owners and fallbackPublicClientEnabled`,
    types: [ENTRA_APPLICATION],
    check(application, judge) {
        judge(application.at("fallbackPublicClientEnabled"), (on) =>
            on.flag() === true ? "lets anybody sign in without a secret" : undefined,
        );
        for (const property of FOR_PEOPLE) {
            judge(application.at(property), (value) =>
                value.keys().length === 0 ? undefined : "hands tokens to pages or people",
            );
        }
        judge(application.at("requiredResourceAccesses"), (rights) =>
            rights.items().length === 0 ? undefined : "asks for rights of the directory or of another application",
        );
        judge(application.at("owners"), (owners) =>
            owners.items().length === 0 ? undefined : "may give the application a credential, whoever they are",
        );
    },
};

import { ENTRA_EXCHANGE } from "../exchange/factory-access.ts";
import { SUPPLEMENTARY_SETS } from "../exchange/supplementary-sets.ts";
import type { Parts, Step } from "./parts.ts";

/** Asks Data Factory to bring each set; run by the workflow. */
export function request({ exchange }: Parts): Step {
    const { azure, side } = exchange;
    return {
        description: "Asks Data Factory for the supplementary sets and waits for them",
        sources: [],
        environment: {
            AZURE_TENANT_ID: azure.tenantId,
            AZURE_CLIENT_ID: side.identities.asking.clientId,
            FACTORY_ID: side.factory.id,
            // Each pipeline is named by its set.
            PIPELINES: SUPPLEMENTARY_SETS.join(","),
        },
        grants: [
            {
                Effect: "Allow",
                Action: ["sts:GetWebIdentityToken"],
                // A token of whom the role is: there is nothing to name.
                Resource: "*",
                Condition: {
                    "ForAllValues:StringEquals": { "sts:IdentityTokenAudience": ENTRA_EXCHANGE },
                    Null: { "sts:IdentityTokenAudience": "false" },
                    StringEquals: { "sts:SigningAlgorithm": "RS256" },
                    NumericLessThanEquals: { "sts:DurationSeconds": "300" },
                },
            },
        ],
    };
}

import { Application } from "@pulumi/azuread/application.js";
import { ServicePrincipal } from "@pulumi/azuread/servicePrincipal.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";

export interface EntraApplicationArgs {
    /** What people see in Entra: at most 120 characters. */
    displayName: string;
    /** For whom tokens are made out: `api://<tenant id>/<name>`, unique in the tenant. */
    appUri: string;
}

/**
 * The audience of Data Factory's tokens for AWS. Nobody signs in as it, so it has no password, certificate or right. Any
 * identity of the tenant can ask for a token for it: AWS looks at the subject, and assigning who may ask would need a
 * right by which the pipeline could make anybody administrator of the tenant.
 */
export class EntraApplication extends ComponentResource {
    constructor(name: string, args: EntraApplicationArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:EntraApplication", name, {}, opts);
        const { displayName, appUri } = args;
        // Every stack that shares the account shares the application.
        const kept = { parent: this, protect: true };

        const { clientId } = new Application(
            name,
            {
                displayName,
                description: "The audience of tokens with which Data Factory brings data to AWS",
                identifierUris: [appUri],
                signInAudience: "AzureADMyOrg",
                // STS does not find the audience in version 2.
                api: { requestedAccessTokenVersion: 1 },
            },
            kept,
        );
        // Without it, Entra makes out no token for the application.
        new ServicePrincipal(name, { clientId }, kept);
        this.registerOutputs({ clientId });
    }
}

import { Role } from "@pulumi/aws/iam/role.js";
import { AccountSubscription } from "@pulumi/aws/quicksight/accountSubscription.js";
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";

/**
 * QuickSight finds the role that reads secrets by this name; an account has one. It reads for who looks at a dashboard; for who
 * creates a data source, QuickSight asks in the name of the caller:
 * https://docs.aws.amazon.com/quicksight/latest/user/secrets-manager-integration-api.html
 */
export const SECRETS_ROLE = "aws-quicksight-secretsmanager-role-v0";

export interface QuickSightAccountArgs {
    /** Name of the account in QuickSight, unique among all its customers; never changed afterwards. */
    accountName: string;
    /** Who QuickSight writes to about the subscription. */
    notificationEmail: string;
    /** Region in which QuickSight keeps the account's people; never changed afterwards. */
    identityRegion: string;
}

/** What QuickSight needs once in an account: the subscription, and the role by which it reads secrets. */
export class QuickSightAccount extends ComponentResource {
    /** What must be there before anything else of QuickSight. */
    readonly ready: Resource[];

    constructor(name: string, args: QuickSightAccountArgs, opts?: ComponentResourceOptions) {
        super("compliance:dashboards:QuickSightAccount", name, {}, opts);
        const { accountName, notificationEmail, identityRegion } = args;
        this.ready = [
            new AccountSubscription(
                name,
                {
                    accountName,
                    // Row-level permissions, private connections and hourly refreshes are of this edition only.
                    edition: "ENTERPRISE",
                    // People come by the bank's own sign-in; QuickSight keeps no passwords.
                    authenticationMethod: "IAM_ONLY",
                    notificationEmail,
                    region: identityRegion,
                },
                // The dashboards of every stack of the account go with it.
                { parent: this, protect: true },
            ),
            new Role(
                `${name}-secrets`,
                {
                    name: SECRETS_ROLE,
                    path: "/service-role/",
                    description: "Lets QuickSight read the secrets of its data sources, each by a policy of its own",
                    assumeRolePolicy: quickSightOnly(),
                },
                // AWS keeps it by itself while another stack's policy is attached.
                { parent: this },
            ),
        ];
        this.registerOutputs({});
    }
}

/** Only who may pass the role to QuickSight in this account can use it there, hence no condition on the account. */
export function quickSightOnly(): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "quicksight.amazonaws.com" }, Action: "sts:AssumeRole" }],
    });
}

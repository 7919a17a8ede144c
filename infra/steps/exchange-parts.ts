import type { Output } from "@pulumi/pulumi";
import type { Configuration } from "../configuration.ts";
import type { AzureExchange } from "../exchange/azure-exchange.ts";
import type { LandingRole } from "../exchange/landing-role.ts";
import type { SupplementaryRuns } from "../exchange/supplementary-runs.ts";

/** What the exchange with Azure consists of before the door to it is open. */
export interface Exchange {
    azure: Configuration["azure"];
    side: AzureExchange;
    /** What a token of Data Factory is good for here. */
    role: LandingRole;
    /** As whom Data Factory comes: the principal id of its own identity. */
    subject: Output<string>;
    /** What has arrived of each run. */
    runs: SupplementaryRuns;
}

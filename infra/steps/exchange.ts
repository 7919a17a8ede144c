import type { Resource } from "@pulumi/pulumi";
import type { PlatformFunction } from "../compute/platform-function.ts";
import type { Configuration } from "../configuration.ts";
import { AzureExchange } from "../exchange/azure-exchange.ts";
import { EntraApplication } from "../exchange/entra-application.ts";
import { ExchangePipelines } from "../exchange/exchange-pipelines.ts";
import { FactoryAccess } from "../exchange/factory-access.ts";
import { LandingApi } from "../exchange/landing-api.ts";
import { LandingRole } from "../exchange/landing-role.ts";
import { watchSupplementary } from "../exchange/supplementary-freshness.ts";
import { SupplementaryRuns } from "../exchange/supplementary-runs.ts";
import { RECEIVED_PREFIX } from "../storage/platform-storage.ts";
import type { Exchange } from "./exchange-parts.ts";
import type { Parts } from "./parts.ts";

type Given = Pick<Configuration, "environment" | "settings" | "azure" | "accountId"> &
    Pick<Parts, "keys" | "topics" | "storage">;

/** The Azure side, and the trust in it: each step knows an identity, none holds a secret. */
export function exchange(parent: Resource, given: Given): Exchange {
    const { settings, azure, accountId, keys, topics, storage } = given;
    const { location, tenantId, appUri, alertEmails, writers } = azure;
    const deletable = settings.deletionGuard.disabled;
    const alarmTopic = topics.operations;
    const opts = { parent };

    const { replication, logDays, staleHours } = settings.exchange;
    const { azureMonthly: monthly } = settings.costs;
    const side = new AzureExchange(
        "exchange",
        { location, tenantId, alertEmails, replication, logDays, budget: { monthly }, writers, deletable },
        opts,
    );
    const runs = new SupplementaryRuns("supplementary-runs", { key: keys.data, alarmTopic, deletable }, opts);
    const subject = side.factory.identity.apply((identity) => identity?.principalId ?? "");
    const role = new LandingRole(
        "landing",
        {
            ...{ accountId, tenantId, appUri, subject },
            ownsProvider: settings.account.ownsEntraProvider,
            bucket: storage.supplementary,
            prefix: RECEIVED_PREFIX,
        },
        opts,
    );
    if (settings.account.ownsEntraApplication) {
        new EntraApplication("exchange", { displayName: `Compliance exchange, ${given.environment}`, appUri }, opts);
    }
    watchSupplementary(parent, staleHours, alarmTopic);
    return { azure, side, role, subject, runs };
}

/** Lets Data Factory in, to the function that lands what it brings, and tells Data Factory where the door is. */
export function openDoor(parent: Resource, { topics, log, exchange }: Parts, handler: PlatformFunction): LandingApi {
    const { azure, side } = exchange;
    const { tenantId, appUri } = azure;
    const { resourceGroup, factory, store } = side;
    const alarmTopic = topics.operations;
    const door = new LandingApi("landing", { tenantId, appUri, handler, log, alarmTopic }, { parent });
    const { url } = door;
    new ExchangePipelines("exchange", { resourceGroup, factory, store, url, appUri }, { parent });
    return door;
}

/** Lets one function ask Data Factory for runs. */
export function letAsk(parent: Resource, { settings, exchange }: Parts, asker: PlatformFunction): void {
    const { azure, side } = exchange;
    const { resourceGroup, factory } = side;
    const issuer = settings.account.ownsOutboundFederation ? undefined : azure.awsIssuer;
    const given = { resourceGroup, factory, identity: side.identities.asking, subject: asker.roleArn, issuer };
    new FactoryAccess("exchange-access", given, { parent });
}

import { RunError } from "@pulumi/pulumi";
import * as z from "zod/mini";
import { type Fault, faultsIn, tell } from "../stacks/fault.ts";
import { oneOf } from "../stacks/fields.ts";
import { Settings } from "../stacks/settings.ts";
import { settingsOf } from "../stacks/settings-of.ts";
import { Dashboards } from "./dashboard-readers.ts";
import { ENTRA_TENANT, entraFaults } from "./entra-tenant.ts";
import { readConfiguration } from "./read-configuration.ts";
import { Sources } from "./sources.ts";
import { email, type Subscription, subscriptions } from "./subscriptions.ts";
import { type Writer, Writers } from "./supplementary-writers.ts";
import { ISSUER, issuer, issuerFaults } from "./token-issuer.ts";
import { regionFaults } from "./workflow/workflow-faults.ts";
import { guid, matching } from "./written.ts";

/** Everything the program knows before it creates anything: who and where, and the shape and size. */
export interface Configuration {
    /** Name of the environment, which is the name of the stack. */
    environment: string;
    settings: Settings;
    /** The AWS account, 12 digits. */
    accountId: string;
    /** The AWS region, such as `eu-west-1`. */
    region: string;
    azure: {
        location: string;
        tenantId: string;
        /** URI of the application in Entra for which tokens to AWS are made out; the audience. */
        appUri: string;
        /** Who hears what Azure has to tell; Azure reaches no topic of AWS. */
        alertEmails: string[];
        /** Who may put supplementary data where it is fetched. */
        writers: Writer[];
        /** Who signs the tokens of this account for other clouds; absent where this stack owns that. */
        awsIssuer?: string;
    };
    /** The first fraud model: `s3://bucket/key`, or `starter` for the repository's own; absent, the rules decide alone. */
    modelArtifact?: string;
    /** Who hears of what, besides the dashboards. */
    subscriptions: Record<"fraud" | "discrepancies" | "operations", Subscription[]>;
    /** Where files are collected. */
    sources: Sources;
    /** QuickSight in the account, and who looks at which figures. */
    dashboards: Dashboards;
}

const accounts = "a list of exactly one AWS account, 12 digits in quotes";
const account = matching(/^\d{12}$/, accounts);

const WRITERS = "compliance-platform:supplementaryWriters";

const emails = "a list of at least one e-mail address";

const artifact = matching(
    /^starter$|^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/[\w!.*'()/-]{1,960}\.tar\.gz$/,
    "the address of a model in S3, such as s3://bucket/folder/model.tar.gz, or starter for the one of the repository, or left out",
);

const ORCHESTRATOR = "compliance-platform:orchestrator";

/** The keys as they stand in `Pulumi.<stack>.yaml`, so that a fault names the line to correct. */
const StackConfiguration = z.strictObject({
    "aws:region": matching(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region such as eu-west-1"),
    "aws:allowedAccountIds": z.tuple([account], { error: accounts }),
    "azure-native:location": matching(/^[a-z]+\d?$/, "an Azure location such as westeurope"),
    "azure-native:tenantId": guid,
    "azure-native:subscriptionId": guid,
    [ENTRA_TENANT]: z.optional(guid),
    "compliance-platform:alertSubscriptions": z.strictObject(
        { fraud: subscriptions, discrepancies: subscriptions, operations: subscriptions },
        { error: "a group of three lists: fraud, discrepancies and operations" },
    ),
    "compliance-platform:exchangeAppUri": matching(
        /^api:\/\/(?!AzureADTokenExchange$)[A-Za-z0-9][\w./-]{2,118}$/i,
        "the URI of one application of the tenant, such as api://<tenant id>/compliance-exchange",
    ),
    [ISSUER]: z.optional(issuer),
    "compliance-platform:azureAlertEmails": z.array(email, { error: emails }).check(z.minLength(1, { error: emails })),
    [WRITERS]: z.optional(Writers),
    "compliance-platform:sources": Sources,
    "compliance-platform:modelArtifact": z.optional(artifact),
    "compliance-platform:dashboards": Dashboards,
    /** In place of the setting, for one run of an environment of which nothing has to stay. */
    [ORCHESTRATOR]: z.optional(oneOf(["data-pipeline", "step-functions"])),
});

/** Reads and checks the settings and the configuration of a stack; reports all faults of both together. */
export function configurationOf(stack: string): Configuration {
    const written = readConfiguration(Object.keys(StackConfiguration.shape));
    const settings = orchestratedAs(written[ORCHESTRATOR], known(stack));
    const faults = [
        ...faultsIn(Settings, settings).map(within(`stacks/${stack}.ts`)),
        ...[
            ...faultsIn(StackConfiguration, written),
            ...placeFaults(settings, written),
            ...issuerFaults(stack, settings, written),
            ...entraFaults(stack, settings, written),
            ...orchestratorFaults(settings, written),
        ].map(within(`Pulumi.${stack}.yaml`)),
    ];
    if (faults.length > 0) {
        const title = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
        throw new RunError([`${title} in the settings of the stack "${stack}":`, ...faults].join("\n  "));
    }
    const checked = StackConfiguration.parse(written);
    const modelArtifact = checked["compliance-platform:modelArtifact"];
    const awsIssuer = checked[ISSUER];
    return {
        environment: stack,
        settings,
        accountId: checked["aws:allowedAccountIds"][0],
        region: checked["aws:region"],
        azure: {
            location: checked["azure-native:location"],
            tenantId: checked["azure-native:tenantId"],
            appUri: checked["compliance-platform:exchangeAppUri"],
            alertEmails: checked["compliance-platform:azureAlertEmails"],
            writers: checked[WRITERS] ?? [],
            ...(awsIssuer !== undefined && { awsIssuer }),
        },
        ...(modelArtifact !== undefined && { modelArtifact }),
        subscriptions: checked["compliance-platform:alertSubscriptions"],
        sources: checked["compliance-platform:sources"],
        dashboards: checked["compliance-platform:dashboards"],
    };
}

/** What a setting asks for and the region does not have. */
function placeFaults({ workflow }: Settings, { "aws:region": region }: Record<string, unknown>): Fault[] {
    const { success } = StackConfiguration.shape["aws:region"].safeParse(region);
    if (workflow?.orchestrator !== "data-pipeline" || !success) return [];
    return regionFaults(String(region)).map((fault) => ({ ...fault, path: "aws:region" }));
}

/** The settings with another orchestrator, where one is asked for. */
function orchestratedAs(asked: unknown, settings: Settings): Settings {
    const { success, data } = StackConfiguration.shape[ORCHESTRATOR].safeParse(asked);
    if (!success || data === undefined) return settings;
    return { ...settings, workflow: { ...settings.workflow, orchestrator: data } };
}

/** Where something has to stay, who orchestrates is decided in the settings, where a review sees it. */
function orchestratorFaults({ deletionGuard }: Settings, { [ORCHESTRATOR]: value }: Record<string, unknown>): Fault[] {
    if (value === undefined || deletionGuard?.disabled === true) return [];
    return [{ path: ORCHESTRATOR, value, expected: "left out: workflow.orchestrator in the settings decides" }];
}

const within = (file: string) => (fault: Fault) => `${file}: ${tell(fault)}`;

function known(stack: string): Settings {
    try {
        return settingsOf(stack);
    } catch (error) {
        throw error instanceof RangeError ? new RunError(error.message) : error;
    }
}

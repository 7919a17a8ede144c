import type { Mutant } from "./mutant.ts";

/** Mutants that no rule catches, and why that takes no protection away. */
export interface Harmless {
    what: string;
    why: string;
    matches: (mutant: Mutant) => boolean;
}

function at(type: RegExp, property: RegExp, kind: RegExp): Harmless["matches"] {
    return (mutant) => type.test(mutant.type) && property.test(mutant.property) && kind.test(mutant.kind);
}

export const HARMLESS: readonly Harmless[] = [
    {
        what: "`kms:*` for the account in a key's policy",
        why: "AWS's own advice for who repairs a key; each identity still needs a policy, and those are judged",
        matches: at(/kms\/key:/, /^policy\./, /^a service's every action$/),
    },
    {
        what: "a condition of a role's policy gone",
        why: "the resource in the statement still names what is ours, or the action reaches nothing that is stored",
        matches: at(/iam\/rolePolicy:/, /^policy\./, /^condition gone$/),
    },
    {
        what: "`bucketKeyEnabled`, `requesterPaysEnabled`",
        why: "decides who pays for what, not who reads it",
        matches: at(/^aws:/, /(bucketKeyEnabled|requesterPaysEnabled)$/, /^flipped$/),
    },
    {
        what: "one rule of a lifecycle off, or without delete markers",
        why: "the rules that remain expire what the bank must forget, which s3-lifecycle asks for",
        matches: at(/s3\/bucketLifecycle/, /^rules\[\]/, /^(flipped|weaker)$/),
    },
    {
        what: "the SDK's mark of an asset",
        why: "no property of a cloud; the engine refuses such a program",
        matches: at(/./, /__pulumi(Asset|Archive)$/, /^flipped$/),
    },
    {
        what: "`forceDestroy` of a workgroup of queries",
        why: "it holds the history of queries; results lie in a bucket of their own",
        matches: at(/athena\/workgroup:/, /^forceDestroy$/, /^flipped$/),
    },
    {
        what: "`autoDeploy`, `detailedMetricsEnabled` of the API",
        why: "a route that is not deployed answers nothing; metrics by route only add to those by API",
        matches: at(/apigatewayv2\/stage:/, /(autoDeploy|detailedMetricsEnabled)$/, /^flipped$/),
    },
    {
        what: "`privateDnsEnabled` of an endpoint",
        why: "without it the functions do not find the service, and there is no other way out",
        matches: at(/ec2\/vpcEndpoint:/, /^privateDnsEnabled$/, /^flipped$/),
    },
    {
        what: "how an alarm is drawn or mailed",
        why: "`returnData`, `useCommonAlertSchema` and `autoMitigate` change its form, not whether it comes",
        matches: at(/./, /(returnData|useCommonAlertSchema|autoMitigate)$/, /^flipped$/),
    },
    {
        what: "`autoStartConfiguration` of Spark",
        why: "a job that is not started by itself is late, which its alarm tells",
        matches: at(/emrserverless/, /^autoStartConfiguration/, /^flipped$/),
    },
    {
        what: "metrics beside the logs of Azure",
        why: "the logs say who did what; the alert reads metrics at their source",
        matches: at(/DiagnosticSetting$/, /^metrics\[\]/, /^flipped$/),
    },
    {
        what: "one of the three notices of a budget",
        why: "the other two still come, with the same receivers",
        matches: at(/consumption:Budget$/, /^notifications\./, /^flipped$/),
    },
    {
        what: "`encryption.services` of a storage account",
        why: "Azure encrypts always and takes no other value",
        matches: at(/StorageAccount$/, /^encryption\.services/, /^flipped$/),
    },
    {
        what: "`publicNetworkAccess` with a word that Azure does not know",
        why: "Azure refuses it; `networkRuleSet` closes the network, and is judged",
        matches: at(/StorageAccount$/, /^publicNetworkAccess$/, /^weaker$/),
    },
    {
        what: "`secureOutput` of a copy",
        why: "its output is counts of rows and bytes; the rows themselves never stand in it",
        matches: at(/datafactory:Pipeline$/, /policy\.secureOutput$/, /^flipped$/),
    },
    {
        what: "how a file is read",
        why: "`firstRowAsHeader` and `recursive` make a run fail or find nothing, and the door checks every row",
        matches: at(/datafactory:(Dataset|Pipeline)$/, /(firstRowAsHeader|recursive)$/, /^flipped$/),
    },
    {
        what: "`disableLocalAuth` of the workspace",
        why: "lets logs be written by a key of the workspace, never read; the key can be listed by no role of the program",
        matches: at(/operationalinsights:Workspace$/, /^features\.disableLocalAuth$/, /^flipped$/),
    },
];

export function reasonFor(mutant: Mutant): Harmless | undefined {
    return HARMLESS.find(({ matches }) => matches(mutant));
}

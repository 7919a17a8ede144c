import type { Rule } from "../core/rule.ts";
import { alarmsRules } from "./alarms/index.ts";
import { apiRules } from "./api/index.ts";
import { athenaRules } from "./athena/index.ts";
import { auditRules } from "./audit/index.ts";
import { azureRules } from "./azure/index.ts";
import { azureStorageRules } from "./azure-storage/index.ts";
import { dataRules } from "./data/index.ts";
import { dynamodbRules } from "./dynamodb/index.ts";
import { emrRules } from "./emr/index.ts";
import { foreignRules } from "./foreign/index.ts";
import { iamRules } from "./iam/index.ts";
import { keysRules } from "./keys/index.ts";
import { lambdaRules } from "./lambda/index.ts";
import { networkRules } from "./network/index.ts";
import { orchestrationRules } from "./orchestration/index.ts";
import { programRules } from "./program/index.ts";
import { quicksightRules } from "./quicksight/index.ts";
import { redshiftRules } from "./redshift/index.ts";
import { resourcePoliciesRules } from "./resource-policies/index.ts";
import { s3Rules } from "./s3/index.ts";
import { sagemakerRules } from "./sagemaker/index.ts";
import { snsRules } from "./sns/index.ts";
import { sqsRules } from "./sqs/index.ts";

/** The guardrails by the folder in which they lie. */
export const rooms: Readonly<Record<string, readonly Rule[]>> = {
    alarms: alarmsRules,
    api: apiRules,
    athena: athenaRules,
    audit: auditRules,
    azure: azureRules,
    "azure-storage": azureStorageRules,
    data: dataRules,
    dynamodb: dynamodbRules,
    emr: emrRules,
    foreign: foreignRules,
    iam: iamRules,
    keys: keysRules,
    lambda: lambdaRules,
    network: networkRules,
    orchestration: orchestrationRules,
    program: programRules,
    quicksight: quicksightRules,
    redshift: redshiftRules,
    "resource-policies": resourcePoliciesRules,
    s3: s3Rules,
    sagemaker: sagemakerRules,
    sns: snsRules,
    sqs: sqsRules,
};

/** Where a guardrail is written, from the top of the repository; the folder of all for a name that none has. */
export function fileOf(rule: string): string {
    const room = Object.keys(rooms).find((folder) => rooms[folder]?.some(({ name }) => name === rule));
    return room === undefined ? "policies/rules" : `policies/rules/${room}/${rule}.ts`;
}

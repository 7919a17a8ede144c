import { emrLogged } from "../../../../policies/rules/emr/emr-logged.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const GROUP = { type: "aws:cloudwatch/logGroup:LogGroup", name: "logs", props: { name: "logs-it" } };
const cloudwatchLoggingConfiguration = { enabled: true, logGroupName: "logs-it" };
const managedPersistenceMonitoringConfiguration = { enabled: false };
const at = (kind: string, property: string) => `monitoringConfiguration.${kind}Configuration.${property}`;

describeRule(emrLogged, [
    {
        title: "accepts a log group of the stack and no copy",
        props: {
            monitoringConfiguration: { cloudwatchLoggingConfiguration, managedPersistenceMonitoringConfiguration },
        },
        beside: [GROUP],
        found: [],
    },
    {
        title: "accepts a copy under a key of ours",
        props: {
            monitoringConfiguration: {
                cloudwatchLoggingConfiguration,
                managedPersistenceMonitoringConfiguration: { enabled: true, encryptionKeyArn: "arn:aws:kms:a:1:key/k" },
            },
        },
        beside: [GROUP],
        found: [],
    },
    {
        title: "rejects an application that nobody told",
        props: {},
        beside: [GROUP],
        found: [
            `${at("cloudwatchLogging", "enabled")}: is not on`,
            `${at("cloudwatchLogging", "logGroupName")}: is no log group of this stack`,
            `${at("managedPersistenceMonitoring", "enabled")}: is on without a key of ours`,
        ],
    },
    {
        title: "rejects a log group from elsewhere",
        props: {
            monitoringConfiguration: { cloudwatchLoggingConfiguration, managedPersistenceMonitoringConfiguration },
        },
        found: [`${at("cloudwatchLogging", "logGroupName")}: is no log group of this stack`],
    },
    {
        title: "cannot decide while the log group is unknown",
        props: {
            monitoringConfiguration: {
                cloudwatchLoggingConfiguration: { enabled: true, logGroupName: unknown },
                managedPersistenceMonitoringConfiguration,
            },
        },
        beside: [GROUP],
        found: [`${at("cloudwatchLogging", "logGroupName")} is unknown`],
    },
]);

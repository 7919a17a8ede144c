import type { Properties } from "../../../store/value.ts";
import { type Check, each, type Failure } from "../../checks/check.ts";
import { mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { arn, regional, tagged } from "./common.ts";

const WORKER = "initialCapacities[*].initialCapacityConfig.workerConfiguration";
const LOGS = "monitoringConfiguration";
const CPU = /^[1-9]\d* ?(vCPU)?$/i;
const GIGABYTES = /^[1-9]\d* ?(GB)?$/i;
/** https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/app-behavior.html#worker-configs */
const WORKER_CPU = /^(1|2|4|8|16) ?(vCPU)?$/i;
/** Kinds of workers, by the kind of application: the same guide, "Pre-initialized capacity". */
const WORKERS: Readonly<Record<string, readonly string[]>> = {
    hive: ["HiveDriver", "TezTask"],
    spark: ["Driver", "Executor"],
};
const KEY = /^arn:[\w-]+:kms:[\w-]+:\d{12}:key\/.+$/;

/** A limit of EMR Serverless, which it counts over all workers or for one. */
function capacity(path: string): Check[] {
    return [
        pattern(`${path}.cpu`, CPU, 'processors such as "16 vCPU"'),
        pattern(`${path}.memory`, GIGABYTES, 'gigabytes such as "64 GB"'),
        pattern(`${path}.disk`, GIGABYTES, 'gigabytes such as "200 GB"'),
    ];
}

export const emrserverless: TypeTable = {
    "aws:emrserverless/application:Application": regional(
        tagged({
            name: {
                property: "name",
                maxLength: 64,
                pattern: /^[A-Za-z0-9._/#-]+$/,
                allowed: "letters, digits and any of . _ / # -",
            },
            // Ids of EMR Serverless begin with 00.
            id: (application) => `00${application.hex("application", 14)}`,
            outputs: (application) => ({
                arn: arn(application, "emr-serverless", `/applications/00${application.hex("application", 14)}`),
            }),
            defaults: { architecture: "X86_64" },
            replaceOn: ["name", "type"],
            checks: [
                required("releaseLabel", "type"),
                pattern("releaseLabel", /^emr-\d+\.\d+\.\d+$/, "a release such as emr-7.9.0"),
                each("type", (type) =>
                    ["spark", "hive"].includes(String(type).toLowerCase())
                        ? undefined
                        : `must be one of spark, hive, got "${type}"`,
                ),
                oneOf("architecture", ["ARM64", "X86_64"]),
                required("maximumCapacity.cpu", "maximumCapacity.memory"),
                ...capacity("maximumCapacity"),
                ...capacity(WORKER),
                pattern(`${WORKER}.cpu`, WORKER_CPU, "1, 2, 4, 8 or 16 vCPU"),
                (inputs) => workerFaults(inputs),
                range("autoStopConfiguration.idleTimeoutMinutes", 1, 10_080, "minutes"),
                range("schedulerConfiguration.maxConcurrentRuns", 1, 1000, "runs"),
                range("schedulerConfiguration.queueTimeoutMinutes", 15, 720, "minutes"),
                mostItems("networkConfiguration.subnetIds", 16),
                mostItems("networkConfiguration.securityGroupIds", 5),
                each("networkConfiguration", (network) => bothOrNone(network)),
                required(`${LOGS}.cloudwatchLoggingConfiguration.enabled`),
                pattern(`${LOGS}.cloudwatchLoggingConfiguration.encryptionKeyArn`, KEY, "the ARN of a key"),
                pattern(`${LOGS}.managedPersistenceMonitoringConfiguration.encryptionKeyArn`, KEY, "the ARN of a key"),
                pattern(`${LOGS}.s3MonitoringConfiguration.logUri`, /^s3:\/\/[^/]+/, "an s3:// address"),
            ],
        }),
    ),
};

function workerFaults({ type, initialCapacities }: Properties): Failure[] {
    const kinds = WORKERS[String(type).toLowerCase()];
    if (kinds === undefined) return [];
    return each("initialCapacities[*].initialCapacityType", (kind) =>
        kinds.includes(String(kind)) ? undefined : `must be one of ${kinds.join(", ")} for ${type}, got "${kind}"`,
    )({ initialCapacities: initialCapacities ?? null });
}

/** EMR puts workers into a network only when it is told both where and who may speak with them. */
function bothOrNone(network: unknown): string | undefined {
    const { subnetIds, securityGroupIds } = network as Record<string, unknown>;
    const given = (ids: unknown) => ids !== undefined && !(Array.isArray(ids) && ids.length === 0);
    return given(subnetIds) === given(securityGroupIds) ? undefined : "must have both subnetIds and securityGroupIds";
}

import { adds, refuses } from "../../support/type-tests.ts";

const APPLICATION = "aws:emrserverless/application:Application";
const good = {
    name: "trends",
    type: "spark",
    releaseLabel: "emr-7.9.0",
    maximumCapacity: { cpu: "16 vCPU", memory: "64 GB" },
};

describe("the table of EMR Serverless", () => {
    adds([{ type: APPLICATION, inputs: good, id: /^00[0-9a-f]{14}$/, outputs: { architecture: "X86_64" } }]);

    refuses([
        {
            type: APPLICATION,
            good,
            bad: [
                [{ name: "n".repeat(65) }, "name must have at most 64 characters"],
                [{ name: "my trends" }, "name must be made of letters, digits and any of . _ / # -"],
                [{ type: null }, "type is required"],
                [{ type: "flink" }, 'type must be one of spark, hive, got "flink"'],
                [{ releaseLabel: "7.9" }, "releaseLabel must be a release such as emr-7.9.0"],
                [{ architecture: "arm64" }, "architecture must be one of ARM64, X86_64"],
                [{ maximumCapacity: { cpu: "16 vCPU" } }, "maximumCapacity.memory is required"],
                [
                    { maximumCapacity: { cpu: "sixteen", memory: "64 GB" } },
                    'maximumCapacity.cpu must be processors such as "16 vCPU"',
                ],
                [
                    { maximumCapacity: { cpu: "16 vCPU", memory: "64 MB" } },
                    'maximumCapacity.memory must be gigabytes such as "64 GB"',
                ],
                [
                    { autoStopConfiguration: { idleTimeoutMinutes: 0 } },
                    "autoStopConfiguration.idleTimeoutMinutes must be a whole number from 1 to 10080 minutes",
                ],
                [
                    { schedulerConfiguration: { maxConcurrentRuns: 1001 } },
                    "schedulerConfiguration.maxConcurrentRuns must be a whole number from 1 to 1000 runs",
                ],
                [
                    { schedulerConfiguration: { queueTimeoutMinutes: 5 } },
                    "schedulerConfiguration.queueTimeoutMinutes must be a whole number from 15 to 720 minutes",
                ],
                [
                    { networkConfiguration: { subnetIds: ["subnet-00000001"] } },
                    "networkConfiguration must have both subnetIds and securityGroupIds",
                ],
                [
                    { networkConfiguration: { subnetIds: Array(17).fill("s"), securityGroupIds: ["sg-00000001"] } },
                    "networkConfiguration.subnetIds must have at most 16 items",
                ],
                [
                    { monitoringConfiguration: { s3MonitoringConfiguration: { logUri: "bucket" } } },
                    "monitoringConfiguration.s3MonitoringConfiguration.logUri must be an s3:// address",
                ],
            ],
        },
    ]);
});

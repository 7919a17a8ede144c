import type { Properties, Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { longest, mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { TypeDefinition } from "../definition.ts";
import { ARN } from "./common.ts";

const VARIANT = "productionVariants[*]";
const SERVERLESS = `${VARIANT}.serverlessConfig`;
const CAPTURE = "dataCaptureConfig";

const CONTENT_TYPE = /^[a-zA-Z0-9](-*[a-zA-Z0-9])*\/[a-zA-Z0-9](-*[a-zA-Z0-9.])*$/;

/** Families with disks of their own, for which SageMaker refuses a key. */
const OWN_DISKS = /^ml\.(\w+d|\w*dn|g4dn|g5|p3dn|p4de?|i3|trn1n?)\./;

const isServerless = (variant: Value) => (variant as Properties).serverlessConfig !== undefined;
const variantsOf = ({ productionVariants }: Properties) => (productionVariants ?? []) as Value[];

/** What SageMaker takes as the configuration of an endpoint; it has no update. */
export const endpointConfiguration: Omit<TypeDefinition, "name" | "outputs"> = {
    id: (configuration) => configuration.physicalName,
    replaceOn: [
        "name",
        "namePrefix",
        "asyncInferenceConfig",
        "dataCaptureConfig",
        "executionRoleArn",
        "kmsKeyArn",
        "productionVariants",
        "shadowProductionVariants",
    ],
    checks: [
        required("productionVariants", `${SERVERLESS}.memorySizeInMb`, `${SERVERLESS}.maxConcurrency`),
        required(`${CAPTURE}.captureOptions`, `${CAPTURE}.destinationS3Uri`, `${CAPTURE}.initialSamplingPercentage`),
        // The provider adds 26 digits.
        longest("namePrefix", 37),
        mostItems("productionVariants", 10),
        pattern("kmsKeyArn", ARN, "the ARN of a key"),
        pattern(`${VARIANT}.instanceType`, /^ml\.[a-z0-9-]+\.\w+$/, "an instance type such as ml.m5.large"),
        range(`${VARIANT}.initialInstanceCount`, 1, 2_147_483_647),
        oneOf(`${SERVERLESS}.memorySizeInMb`, [1024, 2048, 3072, 4096, 5120, 6144]),
        range(`${SERVERLESS}.maxConcurrency`, 1, 200),
        range(`${SERVERLESS}.provisionedConcurrency`, 1, 200),
        range(`${VARIANT}.volumeSizeInGb`, 1, 512, "gigabytes"),
        range(`${VARIANT}.containerStartupHealthCheckTimeoutInSeconds`, 60, 3600, "seconds"),
        range(`${VARIANT}.modelDataDownloadTimeoutInSeconds`, 60, 3600, "seconds"),
        each(VARIANT, (variant) => variantFault(variant as Properties)),
        when(["productionVariants"], "productionVariants", (inputs) =>
            variantsOf(inputs).length > 1 && variantsOf(inputs).some(isServerless)
                ? "must be one alone when it is serverless"
                : undefined,
        ),
        range(`${CAPTURE}.initialSamplingPercentage`, 0, 100, "percent"),
        pattern(`${CAPTURE}.destinationS3Uri`, /^(https|s3):\/\/[^/]+\/?.*$/, "an address in S3"),
        pattern(`${CAPTURE}.kmsKeyId`, ARN, "the ARN of a key"),
        oneOf(`${CAPTURE}.captureOptions[*].captureMode`, ["Input", "Output", "InputAndOutput"]),
        ...["csvContentTypes", "jsonContentTypes"].flatMap((types) => [
            mostItems(`${CAPTURE}.captureContentTypeHeader.${types}`, 10),
            pattern(`${CAPTURE}.captureContentTypeHeader.${types}[*]`, CONTENT_TYPE, "a content type such as text/csv"),
        ]),
        when(["productionVariants", CAPTURE], CAPTURE, (inputs) =>
            inputs[CAPTURE] !== undefined && variantsOf(inputs).some(isServerless)
                ? "is not possible for a serverless endpoint"
                : undefined,
        ),
        when(["productionVariants", "asyncInferenceConfig"], "asyncInferenceConfig", (inputs) =>
            inputs.asyncInferenceConfig !== undefined && variantsOf(inputs).some(isServerless)
                ? "is not possible for a serverless endpoint"
                : undefined,
        ),
        when(["productionVariants", "kmsKeyArn"], "kmsKeyArn", (inputs) => {
            const own = variantsOf(inputs).find((variant) =>
                OWN_DISKS.test(String((variant as Properties).instanceType)),
            );
            if (inputs.kmsKeyArn === undefined || own === undefined) return undefined;
            return `is refused for ${(own as Properties).instanceType}, which has disks of its own`;
        }),
    ],
};

function variantFault(variant: Properties): string | undefined {
    const { serverlessConfig, instanceType, initialInstanceCount } = variant;
    if (serverlessConfig === undefined) {
        return instanceType === undefined ? "needs an instanceType or a serverlessConfig" : undefined;
    }
    if (instanceType !== undefined || initialInstanceCount !== undefined) {
        return "cannot have both a serverlessConfig and instances";
    }
    const { provisionedConcurrency, maxConcurrency } = serverlessConfig as Properties;
    return Number(provisionedConcurrency ?? 0) > Number(maxConcurrency)
        ? "must not provision more than its maxConcurrency"
        : undefined;
}

import type { Program } from "./program.ts";
import type { Need } from "./quota.ts";

const LAMBDA = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html";
const EMR = "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/endpoints-quotas.html";
const SAGEMAKER = "https://docs.aws.amazon.com/general/latest/gr/sagemaker.html";

/** What works at the same time: what a new account is short of. */
export function capacityOf(program: Program): Need[] {
    return [...concurrency(program), ...sparkCores(program), ...endpoints(program), ...training(program)];
}

/** Each queue may start as many runs as its mapping says; a function that nothing meters runs once at the least. */
function concurrency({ resources }: Program): Need[] {
    const mappings = resources.filter(({ type }) => type === "aws:lambda/eventSourceMapping:EventSourceMapping");
    const metered = mappings.reduce((sum, { inputs }) => sum + mostOf(inputs), 0);
    const driven = new Set(mappings.map(({ inputs }) => inputs.functionName));
    const functions = resources.filter(({ type }) => type === "aws:lambda/function:Function");
    const others = functions.filter(({ outputs }) => !driven.has(outputs.arn)).length;
    if (functions.length === 0) return [];
    return [
        {
            cloud: "AWS",
            of: "Lambda",
            name: "Concurrent executions",
            asked: { service: "lambda", code: "L-B99A9384" },
            standard: 1000,
            atFirst: 10,
            kind: "capacity",
            needed: metered + others,
            because: `${metered} that ${mappings.length} queues may start, and one of each of ${others} other functions`,
            source: LAMBDA,
        },
    ];
}

function mostOf({ scalingConfig }: Readonly<Record<string, unknown>>): number {
    const { maximumConcurrency } = Object(scalingConfig) as Record<string, unknown>;
    return typeof maximumConcurrency === "number" ? maximumConcurrency : 1;
}

function sparkCores({ resources }: Program): Need[] {
    const cores = resources
        .filter(({ type }) => type === "aws:emrserverless/application:Application")
        .map(({ inputs }) => Number.parseInt(String(Object(inputs.maximumCapacity).cpu), 10));
    if (cores.length === 0) return [];
    return [
        {
            cloud: "AWS",
            of: "EMR Serverless",
            name: "Max concurrent vCPUs per account",
            asked: { service: "emr-serverless", code: "L-D05C8A75" },
            standard: 16,
            kind: "capacity",
            needed: cores.reduce((sum, one) => sum + one, 0),
            because: "what the application may grow to (`trends.maximumVcpus`)",
            source: EMR,
        },
    ];
}

/** An update lays a second fleet of the same size beside the first before it takes that away. */
function endpoints({ resources }: Program): Need[] {
    const targets = resources.filter(({ type }) => type === "aws:appautoscaling/target:Target");
    const configurations = resources.filter(
        ({ type }) => type === "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    );
    const variants = configurations.flatMap(({ inputs }) => [inputs.productionVariants].flat().map(Object));
    const machines = variants.filter(({ instanceType }) => typeof instanceType === "string");
    return machines.map(({ instanceType, variantName, initialInstanceCount }) => {
        const target = targets.find(({ inputs }) => String(inputs.resourceId).endsWith(`/variant/${variantName}`));
        const most = Number(target?.inputs.maxCapacity ?? initialInstanceCount ?? 1);
        return {
            cloud: "AWS",
            of: "SageMaker",
            name: `${instanceType} for endpoint usage`,
            asked: { service: "sagemaker" },
            kind: "capacity",
            needed: 2 * most,
            because: `at most ${most}, and as many beside them while an update goes on`,
            source: SAGEMAKER,
        };
    });
}

function training({ settings, resources }: Program): Need[] {
    if (!resources.some(({ type }) => type === "aws:sagemaker/modelPackageGroup:ModelPackageGroup")) return [];
    return [
        {
            cloud: "AWS",
            of: "SageMaker",
            name: `${settings.scoring.training.instanceType} for training job usage`,
            asked: { service: "sagemaker" },
            kind: "capacity",
            needed: 1,
            because: "one training at a time",
            source: SAGEMAKER,
        },
    ];
}

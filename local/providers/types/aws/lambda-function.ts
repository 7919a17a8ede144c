import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { type Check, each, when } from "../../checks/check.ts";
import { longest, mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { ResourceView, TypeDefinition } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";

/** Runtimes that AWS still lets one create. */
const RUNTIMES =
    /^(nodejs(20|22|24)\.x|python3\.(9|1[0-4])|java(8\.al2|11|17|21|25)|dotnet(8|10)|ruby3\.[2-4]|provided\.al20?23?)$/;
const MOST_ENVIRONMENT_BYTES = 4096;
/** Set by Lambda itself. */
const RESERVED =
    /^(AWS_(REGION|DEFAULT_REGION|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|LAMBDA_.*|EXECUTION_ENV)|_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_TASK_ROOT|LAMBDA_RUNTIME_DIR)$/;

const checks: readonly Check[] = [
    required("role"),
    pattern("role", ARN, "the ARN of a role"),
    range("timeout", 1, 900, "seconds"),
    range("memorySize", 128, 10_240, "MB"),
    range("ephemeralStorage.size", 512, 10_240, "MB"),
    range("reservedConcurrentExecutions", -1, 1_000_000),
    pattern("runtime", RUNTIMES, "a runtime that AWS supports"),
    oneOf("packageType", ["Zip", "Image"]),
    oneOf("architectures[*]", ["x86_64", "arm64"]),
    mostItems("architectures", 1),
    mostItems("layers", 5),
    oneOf("tracingConfig.mode", ["Active", "PassThrough"]),
    oneOf("loggingConfig.logFormat", ["JSON", "Text"]),
    longest("description", 256),
    longest("handler", 128),
    when(["packageType"], "handler", (inputs) =>
        inputs.packageType === "Zip" && inputs.handler === undefined
            ? "is required when packageType is Zip"
            : undefined,
    ),
    when(["packageType"], "runtime", (inputs) =>
        inputs.packageType === "Zip" && inputs.runtime === undefined
            ? "is required when packageType is Zip"
            : undefined,
    ),
    when([], "code", ({ code, s3Bucket, imageUri }) =>
        [code, s3Bucket, imageUri].filter((source) => source !== undefined).length === 1
            ? undefined
            : "must come from exactly one of code, s3Bucket and imageUri",
    ),
    each("environment.variables", environmentFault),
    pattern("deadLetterConfig.targetArn", /^arn:[\w-]+:(sns|sqs):/, "the ARN of a queue or a topic"),
    when(["packageType"], "packageType", ({ packageType, imageUri, handler, runtime, layers }) => {
        if (packageType !== "Image") return imageUri === undefined ? undefined : "must be Image to have an imageUri";
        if (imageUri === undefined) return "must be Zip without an imageUri, got Image";
        const own = Object.entries({ handler, runtime, layers }).find(([, value]) => value !== undefined);
        return own === undefined ? undefined : `must be Zip to have ${own[0]}, got Image`;
    }),
    each("loggingConfig", (logging) => {
        const { logFormat, ...levels } = logging as Properties;
        const level = ["applicationLogLevel", "systemLogLevel"].find((name) => levels[name] !== undefined);
        return logFormat === "Text" && level !== undefined ? `must be of logFormat JSON to have ${level}` : undefined;
    }),
    when(["vpcConfig"], "vpcConfig", networkFault),
];

export const lambdaFunction: TypeDefinition = regional(
    tagged({
        name: { property: "name", maxLength: 64, pattern: /^[\w-]+$/, allowed: "letters, digits, _ and -" },
        id: (fn) => fn.physicalName,
        outputs: (fn) => {
            const own = arn(fn, "lambda", `function:${fn.physicalName}`);
            const version = fn.inputs.publish === true ? "1" : "$LATEST";
            const invoke = `arn:${fn.cloud.partition}:apigateway:${fn.region}:lambda:path/2015-03-31/functions`;
            return {
                arn: own,
                invokeArn: `${invoke}/${own}/invocations`,
                qualifiedArn: `${own}:${version}`,
                qualifiedInvokeArn: `${invoke}/${own}:${version}/invocations`,
                version,
                architectures: ["x86_64"],
                ephemeralStorage: { size: 512 },
                loggingConfig: { logFormat: "Text", logGroup: `/aws/lambda/${fn.physicalName}` },
                tracingConfig: { mode: "PassThrough" },
                sourceCodeHash: codeHash(fn),
                signingJobArn: "",
                signingProfileVersionArn: "",
            };
        },
        defaults: {
            memorySize: 128,
            packageType: "Zip",
            publish: false,
            reservedConcurrentExecutions: -1,
            skipDestroy: false,
            timeout: 3,
        },
        replaceOn: ["name", "packageType"],
        checks,
    }),
);

/** Changes when the code does. Not Lambda's own, which is a hash of the zip that it keeps. */
function codeHash({ inputs }: ResourceView): string {
    const hash = isObject(inputs.code) ? inputs.code.hash : undefined;
    return typeof hash === "string" ? Buffer.from(hash, "hex").toString("base64") : "";
}

/** Without both a function is in no network; with one of them Lambda refuses it. */
function networkFault({ vpcConfig }: Properties): string | undefined {
    if (!isObject(vpcConfig)) return undefined;
    const has = (value: Value | undefined): boolean => Array.isArray(value) && value.length > 0;
    return has(vpcConfig.subnetIds) === has(vpcConfig.securityGroupIds)
        ? undefined
        : "must have subnetIds and securityGroupIds, or neither";
}

function environmentFault(variables: Properties[string]): string | undefined {
    if (!isObject(variables)) return undefined;
    const names = Object.keys(variables);
    const reserved = names.find((name) => RESERVED.test(name));
    if (reserved !== undefined) return `must not set ${reserved}: Lambda does`;
    const odd = names.find((name) => !/^[A-Za-z]\w+$/.test(name));
    if (odd !== undefined) return `cannot have a variable named "${odd}"`;
    const bytes = Buffer.byteLength(JSON.stringify(variables));
    return bytes > MOST_ENVIRONMENT_BYTES ? `must fit into ${MOST_ENVIRONMENT_BYTES} bytes, takes ${bytes}` : undefined;
}

import { isObject } from "../../../store/value.ts";
import { type Check, each, when } from "../../checks/check.ts";
import { oneOf, pattern, range, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { ARN, arn, regional, tagged } from "./common.ts";

const NAME = { maxLength: 64, minLength: 3, pattern: /^[a-z0-9-]+$/, allowed: "small letters, digits and -" };

/** Words that Redshift keeps for itself, of those somebody might call a database. */
const RESERVED = ["admin", "default", "public", "template0", "template1", "user"];

/** 4, by eights up to 512, and in large regions by 32 up to 1024. */
function isCapacity(value: unknown): boolean {
    const rpus = Number(value);
    if (rpus === 4) return true;
    return (rpus % 8 === 0 && rpus >= 8 && rpus <= 512) || (rpus % 32 === 0 && rpus >= 512 && rpus <= 1024);
}

const capacity = (property: string): Check =>
    each(property, (rpus) =>
        isCapacity(rpus) ? undefined : `must be 4, 8 to 512 by eights or up to 1024 by 32 RPUs, got ${String(rpus)}`,
    );

/** https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html, MasterUsername */
const ADMIN = /^(?!public$)[a-z][a-z0-9_+.@-]{0,127}$/;

const PARAMETERS: Readonly<Record<string, RegExp>> = {
    auto_mv: /^(true|false)$/,
    datestyle: /./,
    enable_case_sensitive_identifier: /^(true|false)$/,
    enable_user_activity_logging: /^(true|false)$/,
    max_query_blocks_read: /^\d+$/,
    max_query_cpu_time: /^\d+$/,
    max_query_execution_time: /^([1-9]\d{0,3}|[1-7]\d{4}|8[0-5]\d{3}|86[0-3]\d\d)$/,
    query_group: /./,
    require_ssl: /^(true|false)$/,
    search_path: /./,
    use_fips_ssl: /^(true|false)$/,
};

const parameter: Check = each("configParameters[*]", (given) => {
    if (!isObject(given)) return undefined;
    const [key, value] = [String(given.parameterKey), String(given.parameterValue)];
    if (!Object.hasOwn(PARAMETERS, key)) return `must be a parameter of Redshift Serverless, got ${key}`;
    return PARAMETERS[key]?.test(value) ? undefined : `cannot set ${key} to "${value}"`;
});

/** AWS wants a subnet in each of two zones, with enhanced routing in each of three; a subnet here is a zone. */
const zones: Check = when(["subnetIds", "enhancedVpcRouting"], "subnetIds", ({ subnetIds, enhancedVpcRouting }) => {
    if (!Array.isArray(subnetIds)) return undefined;
    const needed = enhancedVpcRouting === true ? 3 : 2;
    return subnetIds.length >= needed
        ? undefined
        : `must be at least ${needed} subnets in as many availability zones, has ${subnetIds.length}`;
});

const PASSWORDS = ["adminUserPassword", "adminUserPasswordWo"];

export const redshiftserverless: TypeTable = {
    "aws:redshiftserverless/namespace:Namespace": regional(
        tagged({
            id: (namespace) => namespace.text("namespaceName"),
            outputs: (namespace) => {
                const id = namespace.uuid("namespace");
                const managed = namespace.inputs.manageAdminPassword === true;
                // Redshift makes the secret, and Secrets Manager its last characters.
                const secret = `secret:redshift!${namespace.text("namespaceName")}-admin-${namespace.hex("secret", 6)}`;
                return {
                    arn: arn(namespace, "redshift-serverless", `namespace/${id}`),
                    namespaceId: id,
                    dbName: "dev",
                    adminUsername: "admin",
                    adminPasswordSecretArn: managed ? arn(namespace, "secretsmanager", secret) : "",
                    kmsKeyId: "AWS_OWNED_KMS_KEY",
                    iamRoles: [],
                };
            },
            replaceOn: ["namespaceName", "dbName", "kmsKeyId"],
            checks: [
                required("namespaceName"),
                each("namespaceName", (name) =>
                    typeof name === "string" && name.length >= NAME.minLength && name.length <= NAME.maxLength
                        ? undefined
                        : `must have ${NAME.minLength} to ${NAME.maxLength} characters`,
                ),
                pattern("namespaceName", NAME.pattern, NAME.allowed),
                pattern("dbName", /^[a-z][a-z0-9_$]{0,63}$/, "1 to 64 small letters, digits, _ or $"),
                each("dbName", (name) =>
                    RESERVED.includes(String(name)) ? `must not be the reserved word ${String(name)}` : undefined,
                ),
                pattern("adminUsername", ADMIN, "1 to 128 small letters, digits and any of _ + . @ -, a letter first"),
                oneOf("logExports[*]", ["userlog", "connectionlog", "useractivitylog"]),
                pattern("iamRoles[*]", ARN, "the ARN of a role"),
                when(["defaultIamRoleArn", "iamRoles"], "defaultIamRoleArn", ({ defaultIamRoleArn: own, iamRoles }) =>
                    own === undefined || (Array.isArray(iamRoles) && iamRoles.includes(own))
                        ? undefined
                        : "must be one of iamRoles",
                ),
                when([], "manageAdminPassword", (inputs) =>
                    inputs.manageAdminPassword === true && PASSWORDS.some((name) => inputs[name] !== undefined)
                        ? "conflicts with a password that is given"
                        : undefined,
                ),
            ],
            secretOutputs: ["adminUserPassword", "adminUsername"],
        }),
    ),
    "aws:redshiftserverless/workgroup:Workgroup": regional(
        tagged({
            id: (workgroup) => workgroup.text("workgroupName"),
            outputs: (workgroup) => {
                const { cloud, region } = workgroup;
                const id = workgroup.uuid("workgroup");
                const host = `${workgroup.text("workgroupName")}.${cloud.accountId}.${region}`;
                const port = Number(workgroup.inputs.port ?? 5439);
                return {
                    arn: arn(workgroup, "redshift-serverless", `workgroup/${id}`),
                    workgroupId: id,
                    baseCapacity: 128,
                    port: 5439,
                    trackName: "current",
                    endpoints: [{ address: `${host}.redshift-serverless.amazonaws.com`, port, vpcEndpoints: [] }],
                };
            },
            defaults: { publiclyAccessible: false },
            replaceOn: ["workgroupName", "namespaceName"],
            checks: [
                required("workgroupName", "namespaceName"),
                each("workgroupName", (name) =>
                    typeof name === "string" && name.length >= NAME.minLength && name.length <= NAME.maxLength
                        ? undefined
                        : `must have ${NAME.minLength} to ${NAME.maxLength} characters`,
                ),
                pattern("workgroupName", NAME.pattern, NAME.allowed),
                capacity("baseCapacity"),
                capacity("maxCapacity"),
                when(["baseCapacity", "maxCapacity"], "maxCapacity", ({ baseCapacity = 128, maxCapacity }) =>
                    maxCapacity !== undefined && Number(maxCapacity) < Number(baseCapacity)
                        ? `must be at least baseCapacity, ${String(baseCapacity)}, got ${String(maxCapacity)}`
                        : undefined,
                ),
                each("port", (port) => {
                    const number = Number(port);
                    const fits = (number >= 5431 && number <= 5455) || (number >= 8191 && number <= 8215);
                    return fits ? undefined : `must be from 5431 to 5455 or from 8191 to 8215, got ${String(port)}`;
                }),
                oneOf("trackName", ["current", "trailing"]),
                parameter,
                zones,
            ],
        }),
    ),
    "aws:redshiftserverless/usageLimit:UsageLimit": regional({
        id: (limit) => limit.uuid("limit"),
        outputs: (limit) => ({ arn: arn(limit, "redshift-serverless", `usagelimit/${limit.uuid("limit")}`) }),
        defaults: { breachAction: "log", period: "monthly" },
        replaceOn: ["period", "resourceArn", "usageType"],
        checks: [
            required("amount", "resourceArn", "usageType"),
            range("amount", 1, 1_000_000_000),
            pattern("resourceArn", ARN, "the ARN of a workgroup"),
            oneOf("usageType", ["serverless-compute", "cross-region-datasharing"]),
            oneOf("period", ["daily", "weekly", "monthly"]),
            oneOf("breachAction", ["log", "emit-metric", "deactivate"]),
        ],
    }),
};

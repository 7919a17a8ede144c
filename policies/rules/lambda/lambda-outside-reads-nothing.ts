import { mappingToFunction, policyOfRole, roleOfFunction } from "../../checks/links/links.ts";
import { coversAction } from "../../checks/statements/pattern.ts";
import { allowed, policiesOf } from "../../checks/statements/policy-document.ts";
import { FUNCTION, ROLE, ROLE_POLICY } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

/** What brings stored or queued data into a function; `*` at the end of an action would allow them as well. */
const READING = [
    "s3:GetObject",
    "s3:GetObjectVersion",
    "sqs:ReceiveMessage",
    "kinesis:GetRecords",
    "athena:GetQueryResults",
    "redshift-data:GetStatementResult",
    "dynamodb:Scan",
    "dynamodb:ExportTableToPointInTime",
    "dynamodb:GetRecords",
    "dynamodb:PartiQLSelect",
    "secretsmanager:GetSecretValue",
    "secretsmanager:BatchGetSecretValue",
    "ssm:GetParameter",
    "ssm:GetParameters",
    "ssm:GetParametersByPath",
    "sagemaker:InvokeEndpoint",
];

export const lambdaOutsideReadsNothing: StackRule = {
    name: "lambda-outside-reads-nothing",
    scope: "stack",
    why: "A function outside the private network reaches every address, so what it reads it could send anywhere.",
    severity: "high",
    controls: ["pci:1.4.4", "pci:1.3.2", "nist:AC-4", "nist:SC-7", "nist:SC-7(10)", "iso:A.8.20", "iso:A.8.12"],
    fix: "Put the function into the network, or let it read no object, message, table, secret or result of a query",
    types: [FUNCTION],
    check(fn, judge, graph) {
        judge(fn.at("role"), () => {
            // A function that works on a queue is the business of lambda-in-network.
            if (fn.at("vpcConfig.subnetIds").texts().length > 0 || graph.referrers(fn, mappingToFunction).length > 0) {
                return undefined;
            }
            const roles = graph.targets(fn, roleOfFunction, ROLE);
            const policies = roles.flatMap((role) => [role, ...graph.referrers(role, policyOfRole)]);
            const actions = policies
                .filter(({ type }) => [ROLE, ROLE_POLICY].includes(type))
                .flatMap((one) => policiesOf(one).flatMap((policy) => allowed(policy)))
                .flatMap((statement) => statement.at("Action").texts());
            const read = READING.filter((reading) => actions.some((action) => coversAction(action, reading)));
            return read.length === 0 ? undefined : `may ${read.join(" and ")} outside the private network`;
        });
    },
};

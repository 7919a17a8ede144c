import { principals, statements } from "../../../../policies/checks/statements/policy-document.ts";
import { graphOf } from "../../../../policies/core/run-rule.ts";
import { statementsOf } from "../program/granted.ts";
import { at, type Program, text } from "../program/program.ts";

/** By which property a resource is given the role that a service then takes on. */
const BEARERS: Readonly<Record<string, { property: string; service: string }>> = {
    "aws:ec2/flowLog:FlowLog": { property: "iamRoleArn", service: "vpc-flow-logs.amazonaws.com" },
    "aws:lambda/function:Function": { property: "role", service: "lambda.amazonaws.com" },
    "aws:quicksight/vpcConnection:VpcConnection": { property: "roleArn", service: "quicksight.amazonaws.com" },
    "aws:redshiftserverless/namespace:Namespace": {
        property: "iamRoles",
        service: "redshift-serverless.amazonaws.com",
    },
    "aws:sagemaker/model:Model": { property: "executionRoleArn", service: "sagemaker.amazonaws.com" },
    "aws:scheduler/schedule:Schedule": { property: "target.roleArn", service: "scheduler.amazonaws.com" },
    "aws:sfn/stateMachine:StateMachine": { property: "roleArn", service: "states.amazonaws.com" },
};

interface Bearing {
    role: string;
    service: string;
    /** What makes the service take it on. */
    by: string;
}

/** Roles that do not trust who takes them on, or that nobody takes on. */
export function trustFaults(program: Program): string[] {
    const bearings = [...given(program), ...inPipelines(program), ...passed(program)];
    const distrusting = bearings.flatMap(({ role, service, by }) => {
        const trusted = trustedBy(program, role);
        return trusted.includes(service)
            ? []
            : [`${by} has ${service} take on the role ${role}, which trusts ${trusted.join(", ") || "nobody"}`];
    });
    const borne = new Set(bearings.map(({ role }) => role));
    const idle = program
        .ofType("aws:iam/role:Role")
        .filter(({ name, outputs }) => !borne.has(name) && !byOthers(program, name, text(outputs, "name")))
        .map(({ name }) => `nobody takes on the role ${name}`);
    return [...distrusting, ...idle, ...assumedFaults(program)];
}

function given({ ofType, role }: Program): Bearing[] {
    return Object.entries(BEARERS).flatMap(([type, { property, service }]) =>
        ofType(type).flatMap(({ name, props }) =>
            [at(props, ...property.split("."))].flat().flatMap((arn) => {
                const found = role(arn);
                return found === undefined ? [] : [{ role: found, service, by: `${type.split(":").at(-1)} ${name}` }];
            }),
        ),
    );
}

/** A definition tells Data Pipeline the names of roles. */
function inPipelines({ ofType, role }: Program): Bearing[] {
    return ofType("aws:datapipeline/pipelineDefinition:PipelineDefinition").flatMap(({ name, props }) => {
        const named = [...JSON.stringify(props).matchAll(/"key":"role","stringValue":"([^"]+)"/g)];
        return named.flatMap(([, one]) => {
            const found = role(one);
            const service = "datapipeline.amazonaws.com";
            return found === undefined ? [] : [{ role: found, service, by: `PipelineDefinition ${name}` }];
        });
    });
}

/** Whoever may pass a role on says to which service. */
function passed(program: Program): Bearing[] {
    return program.ofType("aws:iam/rolePolicy:RolePolicy").flatMap(({ name, props }) =>
        statementsOf(text(props, "policy"))
            .filter(({ Action }) => [Action].flat().includes("iam:PassRole"))
            .flatMap((one) => {
                const role = program.role(one.Resource);
                const service = text(one, "Condition", "StringEquals", "iam:PassedToService");
                return role === undefined
                    ? []
                    : [{ role, service, by: `the grant iam:PassRole of RolePolicy ${name}` }];
            }),
    );
}

/** Who may be the role, services and others. */
function trustedBy(program: Program, role: string): string[] {
    const graph = graphOf(program.records);
    const found = graph.ofType("aws:iam/role:Role").find(({ name }) => name === role);
    if (found === undefined) return [];
    return statements(found.at("assumeRolePolicy")).flatMap((one) => principals(one).flatMap(({ names }) => names));
}

/** Roles that are taken on by what no resource of the program is: a token, or the one service of QuickSight for a whole account. */
function byOthers(program: Program, name: string, physical: string): boolean {
    const trusted = trustedBy(program, name);
    const byToken = trusted.some((one) => one.includes(":oidc-provider/"));
    const ofAccount =
        physical === "aws-quicksight-secretsmanager-role-v0" && trusted.includes("quicksight.amazonaws.com");
    return byToken || ofAccount;
}

/** A grant to take on a role of this account works only where that role trusts it; a partner's says itself whom it trusts. */
function assumedFaults(program: Program): string[] {
    const assumed = program.ofType("aws:iam/rolePolicy:RolePolicy").flatMap(({ name, props }) =>
        statementsOf(text(props, "policy"))
            .filter(({ Action }) => [Action].flat().some((action) => action.startsWith("sts:AssumeRole")))
            .flatMap(({ Resource }) => [Resource].flat().map((arn) => ({ name, arn }))),
    );
    return assumed.flatMap(({ name, arn }) => {
        const target = program.role(arn);
        if (target === undefined) return [];
        const own = program.ofType("aws:iam/role:Role").find((one) => one.name === name)?.outputs?.arn;
        return trustedBy(program, target).some((one) => one === own || one.endsWith(":root"))
            ? []
            : [`RolePolicy ${name} may take on the role ${target}, which does not trust it`];
    });
}

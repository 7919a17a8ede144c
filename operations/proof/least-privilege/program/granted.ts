import { list, type Program, text } from "./program.ts";

/** One thing that a role may do, in plain names. */
export interface Granted {
    role: string;
    action: string;
    resource: string;
    /** Where it stands: type and name of the policy. */
    place: string;
}

interface Statement {
    Effect: string;
    Action: string | string[];
    Resource: string | string[];
}

/** Every single permission of every role of a program. */
export function grantedIn(program: Program): Granted[] {
    const { ofType, names, role } = program;
    const inline = ofType("aws:iam/rolePolicy:RolePolicy").map((policy) => ({
        policy,
        holder: role(policy.props.role),
    }));
    const attached = ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment").map(({ props }) => ({
        policy: program.find("aws:iam/policy:Policy", props.policyArn),
        holder: role(props.role),
    }));
    return [...inline, ...attached].flatMap(({ policy, holder }) => {
        if (policy === undefined || holder === undefined) return [];
        const place = `${policy.type.split(":").at(-1)} ${policy.name}`;
        return statementsOf(text(policy.props, "policy")).flatMap(({ Effect, Action, Resource }) =>
            Effect !== "Allow"
                ? []
                : [Action]
                      .flat()
                      .flatMap((action) =>
                          [Resource].flat().map((arn) => ({ role: holder, action, resource: names.plain(arn), place })),
                      ),
        );
    });
}

/** One that stands for others of the same role, action and resource. */
export function keyOf({ role, action, resource }: Pick<Granted, "role" | "action" | "resource">): string {
    return `${role} ${action} ${resource}`;
}

export function statementsOf(policy: string): Statement[] {
    return list(JSON.parse(policy || "{}"), "Statement") as Statement[];
}

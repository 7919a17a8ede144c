import type { ResourceRecord } from "../../../../policies/core/resource.ts";
import { statementsOf } from "./granted.ts";
import { type Program, programOf, text } from "./program.ts";

/** A single permission of a role, in plain names. */
export interface Permission {
    role: string;
    action: string;
    resource: string;
}

/** The same program with one permission less. */
export function without(program: Program, { role, action, resource }: Permission): Program {
    return changedPolicies(program, role, (statements) =>
        statements.map((one) => {
            const isMeant = [one.Resource].flat().some((arn) => program.names.plain(arn) === resource);
            return isMeant ? { ...one, Action: [one.Action].flat().filter((each) => each !== action) } : one;
        }),
    );
}

/** The same program with one permission more. */
export function withAlso(program: Program, { role, action, resource }: Permission): Program {
    return changedPolicies(program, role, (statements) => [
        ...statements,
        { Effect: "Allow", Action: [action], Resource: program.names.real(resource) },
    ]);
}

type Statements = ReturnType<typeof statementsOf>;

function changedPolicies(program: Program, role: string, change: (statements: Statements) => Statements): Program {
    const isOfRole = ({ type, props }: ResourceRecord) =>
        type === "aws:iam/rolePolicy:RolePolicy" && program.role(props.role) === role;
    const records = program.records.map((record) => {
        if (!isOfRole(record)) return record;
        const Statement = change(statementsOf(text(record.props, "policy"))).filter(({ Action }) => Action.length > 0);
        const policy = JSON.stringify({ Version: "2012-10-17", Statement });
        return { ...record, props: { ...record.props, policy }, outputs: { ...record.outputs, policy } };
    });
    return programOf(program.stack, records, program.beside);
}

import * as z from "zod/mini";
import { type PassedCall, type ServiceAnswer, ServiceError } from "../answering.ts";
import { described, resultOf } from "./descriptions.ts";
import type { Statement, Statements } from "./statements.ts";

/** What is known of the workgroup that a name means. */
export interface Workgroup {
    arn: string;
    /** ARN of the secret of whom its namespace calls administrator. */
    adminSecretArn: string;
}

export interface DataApiOptions {
    statements: Statements;
    /** The workgroup of this name; undefined when there is none. */
    workgroup(name: string): Promise<Workgroup | undefined>;
    /** Whether a role may do this, by its own policies. */
    mayRole(role: string, action: string, resource: string): Promise<boolean>;
}

const text = z.string();
const place = {
    Database: text,
    WorkgroupName: text,
    SecretArn: z.optional(text),
    ClientToken: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
};
const Execute = z.object({ Sql: text, ...place });
/** The Data API takes 40 statements at most. */
const BatchExecute = z.object({ Sqls: z.array(text).check(z.minLength(1), z.maxLength(40)), ...place });
const Named = z.object({ Id: text, NextToken: z.nullish(text) });

type Place = z.infer<typeof Execute>;

/** The Redshift Data API: statements go on by themselves, and are asked after by their id. */
export function dataApi(options: DataApiOptions): (call: PassedCall) => Promise<ServiceAnswer> {
    const { statements, workgroup } = options;
    return async (call) => {
        // The gateway asks what a name stands for, to know the resource of a permission.
        const [, name] = /^\/workgroups\/([^/]+)$/.exec(call.path) ?? [];
        if (name !== undefined) {
            const found = await workgroup(name);
            return found === undefined ? { status: 404, body: "" } : { body: found.arn };
        }
        const { operation, caller } = call;
        if (operation === "BatchExecuteStatement") {
            const input = parsed(BatchExecute, call.body);
            return { body: begun(await submit(input, input.Sqls, true, call, options)) };
        }
        if (operation === "ExecuteStatement") {
            const input = parsed(Execute, call.body);
            return { body: begun(await submit(input, [input.Sql], false, call, options)) };
        }
        if (operation === "ListStatements") return { body: { Statements: statements.of(caller.id).map(described) } };
        const { Id, NextToken } = parsed(Named, call.body);
        const { statement, part } = statements.find(Id, caller.id);
        if (operation === "DescribeStatement") return { body: described(statement) };
        if (operation === "GetStatementResult") {
            const found = statement.found[part ?? statement.found.length - 1];
            return { body: resultOf(found, NextToken ?? undefined) };
        }
        throw new ServiceError("UnknownOperationException", `this local Redshift has no ${operation}`);
    };
}

async function submit(
    input: Omit<Place, "Sql">,
    sqls: string[],
    batch: boolean,
    { caller }: PassedCall,
    options: DataApiOptions,
): Promise<Statement> {
    const { WorkgroupName, Database, ClientToken } = input;
    const found = await options.workgroup(WorkgroupName);
    if (found === undefined) throw new ServiceError("ValidationException", `Workgroup ${WorkgroupName} is not found.`);
    const [, role] = /:assumed-role\/([^/]+)\//.exec(caller.arn) ?? [];
    const user = role === undefined ? undefined : await userOf(role, input.SecretArn, found, options);
    const common = { owner: caller.id, workgroup: WorkgroupName, database: Database, token: ClientToken };
    return options.statements.submit({ ...common, user, statements: sqls, batch });
}

/** Redshift's user: the administrator by his secret, otherwise the role's own. Undefined for the administrator. */
async function userOf(
    role: string,
    secret: string | undefined,
    { arn, adminSecretArn }: Workgroup,
    { mayRole }: DataApiOptions,
): Promise<string | undefined> {
    const [action, resource] =
        secret === undefined
            ? (["redshift-serverless:GetCredentials", arn] as const)
            : (["secretsmanager:GetSecretValue", secret] as const);
    if (!(await mayRole(role, action, resource))) {
        throw new ServiceError(
            "AccessDeniedException",
            `${role} is not authorized to perform: ${action} on ${resource}`,
        );
    }
    if (secret === undefined) return `IAMR:${role}`;
    if (secret === adminSecretArn) return undefined;
    throw new ServiceError("ValidationException", "this local Redshift knows the administrator's secret only");
}

function begun({ id, workgroup, database, createdAt }: Statement): object {
    return { Id: id, WorkgroupName: workgroup, Database: database, CreatedAt: createdAt / 1000 };
}

function parsed<Shape extends z.ZodMiniType>(schema: Shape, body: Buffer): z.infer<Shape> {
    const outcome = schema.safeParse(JSON.parse(body.toString() || "{}"));
    if (outcome.success) return outcome.data;
    const faults = outcome.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new ServiceError("ValidationException", faults.join("; "));
}

/** One permission of a policy, as plain data. */
export interface Statement {
    Effect: "Allow" | "Deny";
    Action?: readonly string[];
    NotAction?: readonly string[];
    Resource: string | readonly string[];
    Condition?: Record<string, Record<string, string | readonly string[]>>;
}

/** What one family of services asks for: to compare its resources with the program, and to change them. */
export interface Access {
    read: Statement[];
    write: Statement[];
}

/** Whose resources. */
export interface Place {
    /** AWS account, 12 digits. */
    accountId: string;
    /** AWS region, such as `eu-west-1`. */
    region: string;
    /** Name of the environment, which is the name of the stack. */
    environment: string;
}

export function allow(
    actions: readonly string[],
    resource: Statement["Resource"],
    condition?: Statement["Condition"],
): Statement {
    return { Effect: "Allow", Action: actions, Resource: resource, ...(condition && { Condition: condition }) };
}

/** The same verbs of one service: `of("sqs", "GetQueueUrl")` is `["sqs:GetQueueUrl"]`. */
export function of(service: string, ...verbs: readonly string[]): string[] {
    return verbs.map((verb) => `${service}:${verb}`);
}

/** The ARN of a service's resources in the account and region. */
export function arnIn({ accountId, region }: Place, service: string, resource: string): string {
    return `arn:aws:${service}:${region}:${accountId}:${resource}`;
}

/** For actions of which AWS lets nothing be named: most lists, and creations whose name AWS chooses. */
export function unnamed(actions: readonly string[], condition?: Statement["Condition"]): Statement {
    return allow(actions, "*", condition);
}

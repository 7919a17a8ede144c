/** One statement of a policy document. */
type Statement = Record<string, unknown>;

/** The statements of a policy document, or undefined for any other value. */
export function statementsOf(value: unknown): Statement[] | undefined {
    if (!(value instanceof Object) || !("Statement" in value)) return undefined;
    return [value.Statement].flat().filter((one): one is Statement => one instanceof Object);
}

/** One line for one statement: who may do what on what, and when. */
export function sentence(statement: Statement): string {
    const said = (property: string) => (property in statement ? words(statement[property]) : undefined);
    const parts = [
        String(statement.Effect),
        said("Action") ?? `all but ${said("NotAction")}`,
        on(said("Resource"), said("NotResource")),
        by(said("Principal"), said("NotPrincipal")),
        conditions(statement.Condition),
    ];
    return parts.filter((part) => part !== undefined).join(" ");
}

function on(resource?: string, notResource?: string): string | undefined {
    if (notResource) return `on all but ${notResource}`;
    return resource && `on ${resource}`;
}

function by(principal?: string, notPrincipal?: string): string | undefined {
    if (notPrincipal) return `by all but ${notPrincipal}`;
    return principal && `by ${principal}`;
}

function conditions(condition: unknown): string | undefined {
    if (!(condition instanceof Object)) return undefined;
    const tests = Object.entries(condition).flatMap(([operator, keys]) =>
        Object.entries(Object(keys)).map(([key, value]) => `${key} ${operator} ${words(value)}`),
    );
    return `when ${tests.join(" and ")}`;
}

function words(value: unknown): string {
    if (Array.isArray(value)) return value.map(words).join(", ");
    if (value instanceof Object) {
        return Object.entries(value)
            .map(([kind, who]) => `${kind} ${words(who)}`)
            .join(", ");
    }
    return String(value);
}

/** Comments to the end of the line, quoted text and names with doubled quotes inside, the end of a statement. */
const PARTS = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|;/g;

/** The statements of a file, without comments and without their semicolons. */
export function statementsOf(sql: string): string[] {
    const statements: string[] = [];
    let statement = "";
    let from = 0;
    for (const { 0: part, index } of sql.matchAll(PARTS)) {
        statement += sql.slice(from, index);
        from = index + part.length;
        if (part === ";") {
            statements.push(statement);
            statement = "";
        } else if (!part.startsWith("--")) statement += part;
    }
    statements.push(statement + sql.slice(from));
    return statements.map(tidy).filter((text) => text !== "");
}

function tidy(statement: string): string {
    return statement
        .split("\n")
        .map((line) => line.trimEnd())
        .filter((line) => line !== "")
        .join("\n")
        .trim();
}

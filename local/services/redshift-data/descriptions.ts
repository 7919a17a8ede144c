import { ServiceError } from "../answering.ts";
import type { Found } from "./database.ts";
import type { Statement, Status } from "./statements.ts";

const seconds = (ms: number) => ms / 1000;

/** What DescribeStatement says. */
export function described(statement: Statement): object {
    const { id, status, error, statements, found, batch, createdAt, updatedAt, workgroup, database } = statement;
    const last = found.at(-1);
    return {
        Id: id,
        Status: status,
        ...(error !== undefined && { Error: error }),
        WorkgroupName: workgroup,
        Database: database,
        CreatedAt: seconds(createdAt),
        UpdatedAt: seconds(updatedAt),
        Duration: (updatedAt - createdAt) * 1_000_000,
        ...(!batch && { QueryString: statements[0] }),
        HasResultSet: found.some(({ columns }) => columns.length > 0),
        ResultRows: last?.rows.length ?? -1,
        ...(batch && { SubStatements: statements.map((_, index) => part(statement, index)) }),
    };
}

function part({ id, status, error, failed, statements, found, createdAt, updatedAt }: Statement, index: number) {
    const own = partStatus(status, failed, index);
    return {
        Id: `${id}:${index + 1}`,
        Status: own,
        QueryString: statements[index],
        ...(own === "FAILED" && { Error: error }),
        HasResultSet: (found[index]?.columns.length ?? 0) > 0,
        ResultRows: found[index]?.rows.length ?? -1,
        CreatedAt: seconds(createdAt),
        UpdatedAt: seconds(updatedAt),
    };
}

/** What came before the statement that failed had finished, what comes after it never began. */
function partStatus(status: Status, failed: number | undefined, index: number): Status {
    if (status !== "FAILED" || failed === undefined) return status;
    if (index === failed) return "FAILED";
    return index < failed ? "FINISHED" : "ABORTED";
}

/** Rows of one answer; AWS sends up to 100 MB in pages of its own choosing. */
const PAGE_ROWS = 1000;

/** What GetStatementResult says. */
export function resultOf(found: Found | undefined, token: string | undefined): object {
    if (found === undefined || found.columns.length === 0) {
        throw new ServiceError("ResourceNotFoundException", "Query does not have result. Please check query status.");
    }
    const from = Number(token ?? 0);
    const rest = from + PAGE_ROWS < found.rows.length;
    return {
        Records: found.rows.slice(from, from + PAGE_ROWS).map((row) => row.map(field)),
        ColumnMetadata: found.columns.map(({ name }) => ({ name, label: name })),
        TotalNumRows: found.rows.length,
        ...(rest && { NextToken: String(from + PAGE_ROWS) }),
    };
}

function field(value: unknown): object {
    if (value === null || value === undefined) return { isNull: true };
    if (typeof value === "boolean") return { booleanValue: value };
    if (typeof value === "bigint") return { longValue: Number(value) };
    if (typeof value === "number") return Number.isInteger(value) ? { longValue: value } : { doubleValue: value };
    return { stringValue: typeof value === "string" ? value : JSON.stringify(value) };
}

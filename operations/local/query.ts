import { parseQuery, readQueries, type SavedQuery } from "../../infra/query/read-queries.ts";
import { type Clients, localClients } from "../../local/services/clients.ts";
import { readRunFile } from "../../local/services/run-file.ts";
import { runQuery } from "../../local/services/run-query.ts";
import { ATHENA, signedCall } from "../../local/services/signed-call.ts";
import { UserError } from "../cli/user-error.ts";
import { answerText, type Format } from "./answer-text.ts";
import { parameterValues } from "./query-parameters.ts";

interface Provisioned {
    Name: string;
    Database: string;
    WorkGroup: string;
    QueryString: string;
}

export interface Shown {
    format: Format;
    /** Columns of the terminal. */
    width: number;
}

/** Runs a saved query as the running platform has it; without a name, says which queries there are. */
export async function query(
    servicesFile: string,
    name: string | undefined,
    params: string[],
    { format, width }: Shown = { format: "table", width: Number.POSITIVE_INFINITY },
): Promise<string> {
    if (name === undefined) return `${readQueries().map(described).join("\n\n")}\n`;
    if (readRunFile(servicesFile) === undefined) {
        throw new UserError("No local services are running, so there is nothing to query. Run npm start.");
    }
    const clients = localClients(servicesFile);
    try {
        const found = await provisioned(clients, name);
        const { Database: database, WorkGroup: workgroup, QueryString: sql } = found;
        const parameters = parameterValues(parseQuery(name, sql), params);
        return answerText(await runQuery(clients, { sql, database, workgroup, parameters }), format, width);
    } finally {
        clients.close();
    }
}

async function provisioned(clients: Clients, name: string): Promise<Provisioned> {
    const { WorkGroups } = await signedCall(clients, ATHENA, "ListWorkGroups", {});
    for (const { Name: WorkGroup } of WorkGroups as { Name: string }[]) {
        const { NamedQueryIds } = await signedCall(clients, ATHENA, "ListNamedQueries", { WorkGroup });
        for (const NamedQueryId of NamedQueryIds as string[]) {
            const { NamedQuery } = await signedCall(clients, ATHENA, "GetNamedQuery", { NamedQueryId });
            if ((NamedQuery as Provisioned).Name === name) return NamedQuery as Provisioned;
        }
    }
    const known = readQueries().map((query) => query.name);
    throw new UserError(
        known.includes(name)
            ? `The query "${name}" is not in the local cloud, because no platform is up there. Run npm start.`
            : `No query is called "${name}". There are ${known.join(", ")}.`,
    );
}

function described({ name, purpose, parameters }: SavedQuery): string {
    return [name, `  ${purpose}`, ...parameters.map((one) => `  --param ${one.name}=…  ${one.meaning}`)].join("\n");
}

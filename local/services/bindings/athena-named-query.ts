import type { Clients } from "../clients.ts";
import { ATHENA, signedCall } from "../signed-call.ts";
import { optionalText, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

/** A query is known by its name and workgroup: another one of them takes its place. */
export const keeping: Keeping = {
    async put(resource, clients) {
        const WorkGroup = text(resource, "workgroup");
        const Name = text(resource, "name");
        await removeNamed(clients, WorkGroup, Name);
        await signedCall(clients, ATHENA, "CreateNamedQuery", {
            Name,
            WorkGroup,
            // Which becomes its id here, since functions are told the id that was predicted.
            ClientRequestToken: resource.id,
            Database: text(resource, "database"),
            Description: optionalText(resource.inputs, "description"),
            QueryString: text(resource, "query"),
        });
    },
    remove: (resource, clients) => removeNamed(clients, text(resource, "workgroup"), text(resource, "name")),
};

async function removeNamed(clients: Clients, workgroup: string, name: string): Promise<void> {
    const { NamedQueryIds = [] } = (await signedCall(clients, ATHENA, "ListNamedQueries", {
        WorkGroup: workgroup,
    })) as {
        NamedQueryIds?: string[];
    };
    for (const NamedQueryId of NamedQueryIds) {
        const { NamedQuery } = (await signedCall(clients, ATHENA, "GetNamedQuery", { NamedQueryId })) as {
            NamedQuery: { Name: string; WorkGroup: string };
        };
        if (NamedQuery.Name === name && NamedQuery.WorkGroup === workgroup) {
            await signedCall(clients, ATHENA, "DeleteNamedQuery", { NamedQueryId });
        }
    }
}

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { ParkedGroup, Queue } from "../../console/state.ts";
import type { LedgerRow } from "../../functions/adapters/ledger-row.ts";
import { DynamoScoreLedger } from "../../functions/adapters/score-ledger.ts";
import { type Parked, parkedUnder } from "../../functions/park/replay.ts";
import type { Clients } from "../../local/services/clients.ts";
import { operatorInbox } from "../../local/services/operator-inbox.ts";
import { groupBy } from "../cli/group-by.ts";
import { replayPorts } from "../replay/ports.ts";
import { queueDepths } from "../start/waiting.ts";

/** Every queue of the platform, the dead letters last. */
export async function readQueues(clients: Clients): Promise<Queue[]> {
    const depths = await queueDepths(clients.of(SQSClient), operatorInbox);
    const queues = depths.map(({ queue, ready, taken }) => ({
        name: queue,
        isDeadLetters: queue.endsWith("-dead"),
        ready,
        taken,
    }));
    return queues.sort((a, b) => Number(a.isDeadLetters) - Number(b.isDeadLetters) || a.name.localeCompare(b.name));
}

/** What lies in the parked bucket, as `npm run replay` shows it. */
export async function readParked(clients: Clients, bucket: string): Promise<ParkedGroup[]> {
    const all: Parked[] = [];
    for await (const one of parkedUnder("", replayPorts(clients, bucket))) all.push(one);
    const groups = groupBy(all, (one) => JSON.stringify([queueOf(one), stateOf(one), causeOf(one)]));
    return [...groups].map(([group, members]) => {
        const [queue, state, cause]: [string, ParkedGroup["state"], string] = JSON.parse(group);
        return { queue, state, cause, count: members.length };
    });
}

const queueOf = ({ key }: Parked): string => key.split("/")[0] ?? "";

function stateOf({ state }: Parked): ParkedGroup["state"] {
    return ({ waiting: "waits", before: "back before", refused: "never" } as const)[state];
}

function causeOf(one: Parked): string {
    if (one.state === "before") return "";
    return one.state === "refused" ? one.why : one.message.cause;
}

/** Rows of the ledger, read consistently. */
export function readRows(clients: Clients, table: string, ids: readonly string[]): Promise<Map<string, LedgerRow>> {
    return new DynamoScoreLedger(clients.of(DynamoDBClient), table).rows(ids);
}

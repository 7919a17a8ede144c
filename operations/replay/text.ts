import { groupedBy } from "../../functions/adapters/grouping.ts";
import type { Parked } from "../../functions/park/replay.ts";
import { table } from "../local/table.ts";

/** How many messages of each queue and cause wait, are back or never go, and what to do next. */
export function asText(all: readonly Parked[], sent: boolean): string {
    if (all.length === 0) return "Nothing is parked there.\n";
    const groups = [...groupedBy(all, (one) => JSON.stringify([queueOf(one), stateOf(one, sent), causeOf(one)]))];
    const rows = groups.map(([group, members]) => {
        const [queue = "", state = "", cause = ""]: string[] = JSON.parse(group);
        const days = members.map(({ key }) => key.split("/")[1] ?? "").sort();
        return [queue, state, String(members.length), days[0] ?? "", cause];
    });
    return `${table(["queue", "state", "messages", "sent from", "cause"], rows)}\n${advice(all, sent)}\n`;
}

function advice(all: readonly Parked[], sent: boolean): string {
    const waiting = all.filter(({ state }) => state === "waiting").length;
    if (waiting === 0) return "None waits.";
    return sent ? `${waiting} put back.` : `${waiting} would go back. Nothing was changed: --send puts them back.`;
}

const queueOf = ({ key }: Parked): string => key.split("/")[0] ?? "";

function stateOf({ state }: Parked, sent: boolean): string {
    if (state === "waiting") return sent ? "put back" : "waits";
    return state === "before" ? "back before" : "never";
}

function causeOf(one: Parked): string {
    if (one.state === "before") return "";
    return one.state === "refused" ? one.why : one.message.cause;
}

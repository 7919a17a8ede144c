import type { AlarmTerms } from "../../../local/services/cloudwatch/alarm-terms.ts";
import { type Drilled, isProved } from "./drill.ts";

/** The drilled alarms of each stack as a page. The same program gives the same bytes. */
export function alarmReport(byStack: ReadonlyMap<string, readonly Drilled[]>): string {
    const lines = [
        "# Every alarm fires, is heard, and clears",
        "",
        "Written by `npm run proof -- alarms`: each alarm that the program provisions, with its topic, the topic's policy and",
        "a subscriber, in the local cloud. Its metrics report calm, trouble and calm again; the clock is given, so nobody waits.",
        "Proved is an alarm that was well, was raised by its own trouble alone, was over afterwards, and whose subscriber was",
        "told of both. Which trouble is the least is found from the alarm's own definition.",
    ];
    for (const [stack, drilled] of byStack) {
        const proved = drilled.filter(isProved).length;
        lines.push("", `## ${stack}: ${proved} of ${drilled.length} proved`, "");
        lines.push("| alarm | trouble, in each of so many periods | told |", "|---|---|---|");
        lines.push(...[...drilled].sort((a, b) => (a.alarm.name < b.alarm.name ? -1 : 1)).map(row));
    }
    return `${lines.join("\n")}\n`;
}

function row({ alarm, values, states, told }: Drilled): string {
    const trouble = Object.entries(alarm.metrics).map(([id, { statistic, metric }]) => {
        const value = values.trouble[id];
        return value === undefined ? `no ${metric}` : `${statistic} of ${metric} ${value}`;
    });
    const proved = isProved({ alarm, values, states, told });
    const heard = proved ? told.join(", ") : `**not proved**: states ${states.join(", ")}; told ${told.join(", ")}`;
    return `| ${nameOf(alarm)} | ${trouble.join("; ")}; ${alarm.periods} × ${alarm.periodSeconds} s | ${heard} |`;
}

/** Without the seven hexadecimal digits that the engine adds. */
function nameOf({ name }: AlarmTerms): string {
    return name.replace(/-[0-9a-f]{7}$/, "");
}

/** Fields of a cron expression of AWS: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based */
const FIELDS: readonly (readonly [name: string, least: number, most: number, words: string])[] = [
    ["minutes", 0, 59, ""],
    ["hours", 0, 23, ""],
    ["day of the month", 1, 31, ""],
    ["month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"],
    ["day of the week", 1, 7, "SUN MON TUE WED THU FRI SAT"],
    ["year", 1970, 2199, ""],
];

/** Why a schedule never begins, where its form alone does not say so. */
export function scheduleFault(expression: string): string | undefined {
    const [, kind, inside = ""] = /^(cron|at)\((.*)\)$/.exec(expression) ?? [];
    if (kind === "at") return atFault(inside);
    return kind === "cron" ? cronFault(inside.split(" ")) : undefined;
}

/** A day that the calendar has, at a time that a day has. */
function atFault(text: string): string | undefined {
    const time = new Date(`${text}Z`);
    const real = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
    return real ? undefined : `must be at a time that exists, got ${text}`;
}

function cronFault(fields: readonly string[]): string | undefined {
    for (const [index, [name, least, most, words]] of FIELDS.entries()) {
        const field = fields[index] ?? "";
        const numbers = field.toUpperCase().replace(/[A-Z]{3}/g, (word) => {
            const at = words.split(" ").indexOf(word);
            return at === -1 ? word : String(at + least);
        });
        const odd = numbers.split(",").find((part) => !isPart(part, least, most, name));
        if (odd !== undefined) return `must have ${name} from ${least} to ${most}, got ${field}`;
    }
    const open = [fields[2], fields[4]].filter((field) => field === "?").length;
    return open === 1 ? undefined : "must have ? as exactly one of day of the month and day of the week";
}

function isPart(part: string, least: number, most: number, name: string): boolean {
    if (part === "*") return true;
    if (name.startsWith("day") && /^(\?|L|LW|\d{1,2}W|[1-7]L|[1-7]#[1-5]|L-\d{1,2})$/.test(part)) return true;
    const [, from = "", to = "", step = "1"] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? [];
    const inside = (text: string) => text === "" || text === "*" || (Number(text) >= least && Number(text) <= most);
    return from !== "" && inside(from) && inside(to) && Number(step) >= 1;
}

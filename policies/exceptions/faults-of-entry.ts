import {
    daysBetween,
    type Exception,
    type ExceptionFault,
    FIELDS,
    isDay,
    isSamePerson,
    LONGEST_DAYS,
    PENDING,
} from "./exception.ts";

export interface ReadOptions {
    /** `YYYY-MM-DD`. */
    today: string;
    /** Names of all rules. */
    rules: readonly string[];
}

type Fault = Omit<ExceptionFault, "id">;

/** All that is wrong with an entry. What it lacks is told beside what is wrong with the rest. */
export function faultsOfEntry(entry: Readonly<Record<string, unknown>>, options: ReadOptions): Fault[] {
    const absent = FIELDS.filter((field) => [undefined, null, ""].includes(entry[field] as string));
    const noText = FIELDS.filter((field) => !absent.includes(field) && typeof entry[field] !== "string");
    const extra = Object.keys(entry).filter((key) => !FIELDS.some((field) => field === key));
    const wrong = [
        ...(absent.length > 0 ? [`lacks ${absent.join(", ")}`] : []),
        ...noText.map((field) => `${field} must be text, in quotes where it is a number`),
        ...(extra.length > 0 ? [`has an unknown field ${extra.join(", ")}`] : []),
        ...FIELDS.flatMap((field) => {
            const text = entry[field];
            return typeof text === "string" && text !== "" ? faultsOfField(field, text, options) : [];
        }),
    ];
    const { owner, approver, approved, expires } = entry as unknown as Exception;
    if (isText(owner) && isText(approver) && isSamePerson(owner, approver)) wrong.push("its owner cannot approve it");
    const days = isText(expires) && isDay(expires) && isText(approved) ? faultsOfDays(approved, expires, options) : [];
    return [...wrong.map((what) => ({ what })), ...days];
}

function faultsOfField(field: (typeof FIELDS)[number], text: string, { rules, today }: ReadOptions): string[] {
    switch (field) {
        case "rule":
            return rules.includes(text) ? [] : [`names the rule ${text}, which does not exist`];
        case "resource":
            return /^urn:pulumi:.+::[^:]*[^:*][^:]*$/.test(text) ? [] : ["must name its resource by URN, not all by *"];
        case "finding":
            return /^\*+$/.test(text) ? ["must name the property it accepts, not all by *"] : [];
        case "category":
            return ["waiver", "mitigated"].includes(text) ? [] : ["category must be waiver or mitigated"];
        case "approved":
            if (text === PENDING) return [];
            if (!isDay(text)) return [`approved must be a day such as 2026-01-31, got ${text}`];
            return daysBetween(today, text) > 0 ? [`approved ${text} lies in the future`] : [];
        case "expires":
            return isDay(text) ? [] : [`expires must be a day such as 2026-01-31, got ${text}`];
        default:
            return [];
    }
}

/** An approval that nobody gave yet may be given today at the earliest. */
function faultsOfDays(approved: string, expires: string, { today }: ReadOptions): Fault[] {
    const from = approved === PENDING ? today : approved;
    if (!isDay(from)) return [];
    if (daysBetween(from, expires) > LONGEST_DAYS) {
        const allowed = `at most ${LONGEST_DAYS} are allowed`;
        return [{ what: `expires ${daysBetween(from, expires)} days after its approval, ${allowed}` }];
    }
    if (daysBetween(today, expires) < 0) return [{ what: `expired on ${expires}`, kind: "ended" }];
    return approved === PENDING ? [{ what: "nobody has approved it yet", kind: "pending" }] : [];
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

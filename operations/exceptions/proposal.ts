import {
    covers,
    daysBetween,
    type Exception,
    FIELDS,
    isDay,
    isSamePerson,
    LONGEST_DAYS,
    PENDING,
} from "../../policies/exceptions/exception.ts";
import type { ReadOptions } from "../../policies/exceptions/faults-of-entry.ts";
import { type Entry, readEntries } from "../../policies/exceptions/read-exceptions.ts";
import { UserError } from "../cli/user-error.ts";
import type { Finding } from "../preview/report.ts";

/** What a person says of a proposal, as the options of the command. */
export interface Said {
    readonly id?: string;
    readonly category?: string;
    readonly reason?: string;
    readonly owner?: string;
    readonly approver?: string;
    readonly ticket?: string;
    readonly expires?: string;
    readonly days?: string;
    /** How the finding is named. */
    readonly stack?: string;
    readonly rule?: string;
    readonly resource?: string;
    readonly from?: string;
    readonly renew?: string;
}

const NEEDED = ["category", "reason", "owner", "approver", "ticket"] as const;

/** What is wrong with what was said, before anything is judged; who proposes is `proposer`, where git knows that. */
export function requireSaid(said: Said, today: string, proposer: string | undefined): void {
    const missing = NEEDED.filter((option) => (said[option] ?? "").trim() === "").map((option) => `--${option}`);
    const last = dayAfter(today, LONGEST_DAYS);
    const end = `its end as --expires DAY or --days N, at most ${last} (${LONGEST_DAYS} days)`;
    const faults: string[] = [];
    if (
        said.from === undefined &&
        said.renew === undefined &&
        [said.stack, said.rule, said.resource].includes(undefined)
    ) {
        faults.push("Name the finding: --stack, --rule and --resource, or --from a report, or --renew an exception.");
    }
    if (missing.length > 0) faults.push(`Say ${missing.join(", ")}.`);
    if (said.category && !["waiver", "mitigated"].includes(said.category)) {
        faults.push(`--category takes waiver (the risk is taken) or mitigated (another control covers it).`);
    }
    if (said.approver && [said.owner, proposer].some((one) => one && isSamePerson(one, said.approver ?? ""))) {
        faults.push(`--approver ${said.approver} owns or proposes it: name somebody else, who approves it.`);
    }
    if ((said.expires === undefined) === (said.days === undefined)) faults.push(`Say ${end}.`);
    else {
        const expires = endOf(said, today);
        const left = expires === undefined ? Number.NaN : daysBetween(today, expires);
        if (!(left >= 0 && left <= LONGEST_DAYS)) {
            faults.push(`${said.expires ?? said.days} is no end that it may have: say ${end}.`);
        }
    }
    if (faults.length > 0) throw new UserError([...faults, "See npm run exceptions -- --help."].join("\n"));
}

function endOf({ expires, days }: Said, today: string): string | undefined {
    if (expires !== undefined) return isDay(expires) ? expires : undefined;
    return days !== undefined && /^\d{1,3}$/.test(days) ? dayAfter(today, Number(days)) : undefined;
}

const dayAfter = (day: string, days: number): string =>
    new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The entry for a finding, which accepts nothing until somebody else has approved it. */
export function proposalFor(
    found: Pick<Finding, "rule" | "urn" | "property">,
    said: Said & { id: string },
    text: string,
    options: ReadOptions,
): Exception {
    const { entries, faults } = readEntries(text, options);
    const [fault] = faults;
    if (fault !== undefined) throw new UserError(`policies/exceptions.yaml ${fault.what}. Correct it first.`);
    const { id } = said;
    if (entries.some((entry) => entry.id === id)) throw new UserError(`There is an exception ${id} already.`);
    const same = entries.find((entry) => isOf(entry, found));
    if (same) {
        const how = isPending(same) ? "is proposed for that finding already" : "is about that finding already";
        throw new UserError(`${same.id} ${how}. For a new end and approval: propose --renew ${same.id}.`);
    }
    const { category, reason, owner, approver, ticket } = said;
    const given = {
        ...{ id, rule: found.rule, resource: found.urn, finding: found.property },
        ...{ category, reason, owner, approver, ticket, approved: PENDING, expires: endOf(said, options.today) },
    };
    const entry = Object.fromEntries(FIELDS.map((field) => [field, given[field]?.trim()]));
    const { entries: read } = readEntries(JSON.stringify([entry]), options);
    const wrong = (read[0]?.faults ?? []).filter(({ kind }) => kind !== "pending");
    if (wrong.length > 0) {
        throw new UserError(`It cannot be proposed: ${wrong.map(({ what }) => what).join("; ")}.`);
    }
    return entry as unknown as Exception;
}

/** Whether an entry that is no worse than ended or not approved is about a finding. */
function isOf({ fields, faults }: Entry, found: Pick<Finding, "rule" | "urn" | "property">): boolean {
    return faults.every(({ kind }) => kind !== undefined) && covers(fields as unknown as Exception, found);
}

const isPending = ({ faults }: Entry): boolean => faults.length > 0 && faults.every(({ kind }) => kind === "pending");

/** The exception of this id, which must be whole to be said again. */
export function entryNamed(text: string, id: string, options: ReadOptions): Exception {
    const { entries } = readEntries(text, options);
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) {
        const there = entries.map((one) => one.id).join(", ") || "none";
        throw new UserError(`There is no exception ${id}. Those there are: ${there}.`);
    }
    const wrong = entry.faults.filter(({ kind }) => kind === undefined).map(({ what }) => what);
    if (wrong.length > 0) throw new UserError(`${id} cannot be renewed: ${wrong.join("; ")}.`);
    return entry.fields as unknown as Exception;
}

/** `EX-2026-004` after `EX-2026-003`. */
export function nextId(text: string, today: string): string {
    const year = today.slice(0, 4);
    const { entries } = readEntries(text, { today, rules: [] });
    const numbers = entries.map(({ id }) => Number(new RegExp(`^EX-${year}-(\\d+)$`).exec(id)?.[1] ?? 0));
    return `EX-${year}-${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
}

import type { Resource } from "../core/resource.ts";
import type { Finding } from "../finding.ts";
import { covers, daysBetween, type Exception, type ExceptionFault, isAbout, WARNING_DAYS } from "./exception.ts";
import type { ReadExceptions } from "./read-exceptions.ts";

/** Name under which faults of the exceptions file are reported. */
export const EXCEPTIONS_RULE = "exceptions-valid";

type Place = Pick<Resource, "stack" | "project">;

/** Applies exceptions to findings and remembers which were used. */
export class ExceptionRegister {
    private readonly exceptions: readonly Exception[];
    private readonly faults: readonly ExceptionFault[];
    private readonly today: string;
    private readonly used = new Set<string>();

    constructor({ exceptions, faults }: ReadExceptions, today: string) {
        this.exceptions = exceptions;
        this.faults = faults;
        this.today = today;
    }

    /** The finding, turned into an excepted one when an exception covers it. */
    apply(finding: Finding): Finding {
        const cover = this.exceptions.find((exception) => covers(exception, finding));
        if (!cover) return finding;
        this.used.add(cover.id);
        // Nobody can say yet whether there is anything to accept.
        if (finding.status === "inconclusive") return finding;
        const left = daysBetween(this.today, cover.expires);
        const soon = left <= WARNING_DAYS ? `, ${left} days left: fix it or have it approved again` : "";
        return { ...finding, status: "excepted", exception: `${cover.id} until ${cover.expires}${soon}` };
    }

    /**
     * What is wrong with the file itself, in the words of the stack and project that a resource is of. Call it after all
     * findings of the stack went through `apply`.
     */
    findings(one: Place | undefined): Finding[] {
        const unused = this.exceptions
            .filter((exception) => one !== undefined && !this.used.has(exception.id) && isAbout(exception, one))
            .map(({ id, rule }): ExceptionFault => ({ id, what: `matches no finding of ${rule} in ${one?.stack}` }));
        return [...this.faults, ...unused].map(({ id, what, kind }) => ({
            rule: EXCEPTIONS_RULE,
            severity: "high",
            status: "violation",
            urn: "",
            property: id.replace(/[\s:]+/g, "-"),
            message: `${what}. Fix: ${kind === "pending" ? approve(id) : CORRECT}.`,
        }));
    }
}

const CORRECT = "correct or remove it in policies/exceptions.yaml";
const approve = (id: string): string => `have its approver run npm run exceptions -- approve ${id}`;

import type { Finding } from "../finding.ts";
import { daysBetween, type Exception, type ExceptionFault, matches, WARNING_DAYS } from "./exception.ts";
import type { ReadExceptions } from "./read-exceptions.ts";

/** Name under which faults of the exceptions file are reported. */
export const EXCEPTIONS_RULE = "exceptions-valid";

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

    /** What is wrong with the file itself. Call it after all findings of the stack went through `apply`. */
    findings(stack: string): Finding[] {
        const unused = this.exceptions
            .filter(({ id, resource }) => !this.used.has(id) && isAbout(resource, stack))
            .map(({ id, rule }) => ({ id, what: `matches no finding of ${rule} in ${stack}` }));
        return [...this.faults, ...unused].map(({ id, what }) => ({
            rule: EXCEPTIONS_RULE,
            severity: "high",
            status: "violation",
            urn: "",
            property: id.replace(/[\s:]+/g, "-"),
            message: `${what}. Fix: correct or remove it in policies/exceptions.yaml.`,
        }));
    }
}

function covers({ rule, resource, finding }: Exception, found: Finding): boolean {
    return rule === found.rule && matches(resource, found.urn) && matches(finding, found.property);
}

/** An exception for another stack is not unused here. */
function isAbout(resource: string, stack: string): boolean {
    return matches(resource.split("::")[0] ?? "", `urn:pulumi:${stack}`);
}

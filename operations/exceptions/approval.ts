import { type Exception, isSamePerson } from "../../policies/exceptions/exception.ts";
import type { ReadOptions } from "../../policies/exceptions/faults-of-entry.ts";
import { readEntries } from "../../policies/exceptions/read-exceptions.ts";
import { UserError } from "../cli/user-error.ts";
import { withApproval } from "./write-entry.ts";

/** The text of the file once the approver, who has to be the one at the keyboard, approved an entry today. */
export function approvedBy(who: string | undefined, id: string, text: string, options: ReadOptions): string {
    const { entries, faults } = readEntries(text, options);
    const [fault] = faults;
    if (fault !== undefined) throw new UserError(`policies/exceptions.yaml ${fault.what}. Correct it first.`);
    const entry = entries.find((one) => one.id === id);
    if (entry === undefined) {
        const waiting = entries
            .filter((one) => one.faults.every(({ kind }) => kind === "pending"))
            .map((one) => one.id);
        throw new UserError(`There is no exception ${id}. Those there are: ${waiting.join(", ") || "none"}.`);
    }
    const wrong = entry.faults.filter(({ kind }) => kind !== "pending").map(({ what }) => what);
    if (wrong.length > 0) throw new UserError(`${id} cannot be approved: ${wrong.join("; ")}.`);
    const { approver } = entry.fields as unknown as Exception;
    if (who === undefined) {
        throw new UserError(
            `Tell git who you are first: git config user.email ${approver}, as ${id} names its approver.`,
        );
    }
    if (!isSamePerson(who, approver))
        throw new UserError(`${id} is for ${approver} to approve, and git knows you as ${who}.`);
    return withApproval(text, id, options.today);
}

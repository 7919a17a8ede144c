import { readFileSync } from "node:fs";
import { daysBetween, matches, WARNING_DAYS } from "../../../policies/exceptions/exception.ts";
import type { Ignore, IgnoreFault } from "./ignore.ts";
import { type ReadIgnores, readIgnores } from "./read-ignores.ts";

/** Applies ignores to differences, and remembers which were of use. */
export class IgnoreRegister {
    readonly faults: readonly IgnoreFault[];
    private readonly ignores: readonly Ignore[];
    private readonly today: string;
    private readonly used = new Set<string>();

    constructor({ ignores, faults }: ReadIgnores, today: string) {
        this.ignores = ignores;
        this.faults = faults;
        this.today = today;
    }

    /** The ignore that covers the difference, if one does. */
    covering(resource: string, path: string): Ignore | undefined {
        const found = this.ignores.find((one) => matches(one.resource, resource) && matches(one.path, path));
        if (found !== undefined) this.used.add(found.id);
        return found;
    }

    /** Those that end within two weeks. */
    ending(): Ignore[] {
        return this.ignores.filter(({ expires }) => daysBetween(this.today, expires) <= WARNING_DAYS);
    }

    /** Those of this stack that covered nothing; ask after all differences of the stack. */
    unused(stack: string): Ignore[] {
        return this.ignores.filter(({ id, resource }) => !this.used.has(id) && isAbout(resource, stack));
    }
}

/** An ignore for another stack is not unused here. */
function isAbout(resource: string, stack: string): boolean {
    return !resource.startsWith("urn:") || matches(resource.split("::")[0] ?? "", `urn:pulumi:${stack}`);
}

/** The ignores of a file. A missing file is a fault, so that deleting it goes not unseen. */
export function loadIgnores(file: string, today = new Date().toISOString().slice(0, 10)): IgnoreRegister {
    let text: string;
    try {
        text = readFileSync(file, "utf8");
    } catch {
        return new IgnoreRegister({ ignores: [], faults: [{ id: "file", what: "cannot be read" }] }, today);
    }
    return new IgnoreRegister(readIgnores(text, today), today);
}

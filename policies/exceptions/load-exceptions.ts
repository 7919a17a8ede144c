import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readExceptions } from "./read-exceptions.ts";
import { ExceptionRegister } from "./register.ts";

export interface LoadOptions {
    /** Folder of the pack, which holds `exceptions.yaml`. */
    folder: string;
    /** Names of all rules. */
    rules: readonly string[];
    /** `YYYY-MM-DD`. Default: today in UTC. */
    today?: string;
}

/** The exceptions of the pack. A missing file is a fault, so that deleting it goes not unseen. */
export function loadExceptions({
    folder,
    rules,
    today = new Date().toISOString().slice(0, 10),
}: LoadOptions): ExceptionRegister {
    let text: string;
    try {
        text = readFileSync(join(folder, "exceptions.yaml"), "utf8");
    } catch {
        const faults = [{ id: "exceptions.yaml", what: "cannot be read" }];
        return new ExceptionRegister({ exceptions: [], faults }, today);
    }
    return new ExceptionRegister(readExceptions(text, { today, rules }), today);
}

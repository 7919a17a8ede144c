import { SetUpFailure } from "../../tools/setup/failure.mjs";
import { UserError } from "./user-error.ts";

/** Runs a command and ends the process with the exit code it returns; faults become one clear message and exit code 1. */
export async function main(command: (args: string[]) => Promise<number>): Promise<void> {
    // A command that waits for what never comes ends without a word, and must not pass for well.
    process.exitCode = 1;
    try {
        process.exitCode = await command(process.argv.slice(2));
    } catch (error) {
        process.stderr.write(`\n${describe(error)}\n`);
        process.exitCode = 1;
    }
}

function describe(error: unknown): string {
    if (error instanceof UserError || error instanceof SetUpFailure) return error.message;
    if (isArgumentFault(error)) return `${error.message.replace(/\. To specify a positional.*$/s, "")}. Try --help.`;
    if (!(error instanceof Error)) return String(error);
    return process.env.COMPLIANCE_DEBUG ? String(error.stack) : `${error.message}\n(COMPLIANCE_DEBUG=1 shows where.)`;
}

/** What `parseArgs` of node:util throws at a wrong option. */
function isArgumentFault(error: unknown): error is Error {
    return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

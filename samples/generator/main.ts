import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readCommand, UsageError } from "./options.ts";
import { sampleFiles } from "./sample-files.ts";
import { differences, writeSamples } from "./sample-folder.ts";

const committed = fileURLToPath(new URL("..", import.meta.url));

/** Runs the command; returns the exit code: 0 done, 1 the check failed, 2 wrong usage. */
export function main(args: readonly string[], say: (text: string) => void, complain: (text: string) => void): number {
    try {
        const command = readCommand(args);
        const folder = command.out === undefined ? committed : resolve(command.out);
        const files = sampleFiles(command.samples);
        const shown = shownAs(folder);
        if (command.check) return report(differences(folder, files), shown, say, complain);
        writeSamples(folder, files);
        say(`${shown}: ${files.size} files, ${command.samples.transactions} transactions to be scored\n`);
        return 0;
    } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        complain(`samples: ${error.message}\n`);
        return 2;
    }
}

/** Short where it can be. */
function shownAs(folder: string): string {
    const path = relative(process.cwd(), folder) || ".";
    return path.startsWith("..") ? folder : path;
}

function report(
    wrong: readonly string[],
    folder: string,
    say: (text: string) => void,
    complain: (text: string) => void,
): number {
    if (wrong.length === 0) {
        say(`${folder}: exactly what the generator makes\n`);
        return 0;
    }
    for (const sentence of wrong) complain(`samples: ${sentence}\n`);
    complain("samples: run npm run samples and commit the result\n");
    return 1;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
    process.exitCode = main(
        process.argv.slice(2),
        (text) => process.stdout.write(text),
        (text) => process.stderr.write(text),
    );
}

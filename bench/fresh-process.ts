import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { unzipSync } from "fflate";

/** What a fresh process says of its first import: milliseconds of the processor, which other work does not lengthen. */
const PROGRAM = `const before = process.cpuUsage();
const { handler } = await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
if (typeof handler !== "function") throw new Error("there is no handler");
process.stdout.write(String((user + system) / 1000));`;

/**
 * Milliseconds that each of `runs` fresh processes needs until the handler in a zip can be called, with the variables that
 * the function has. Throws what the function throws.
 */
export async function initialisations(zip: string, variables: Record<string, string>, runs: number): Promise<number[]> {
    const folder = await mkdtemp(join(tmpdir(), "init-"));
    try {
        for (const [name, content] of Object.entries(unzipSync(await readFile(zip)))) {
            await mkdir(dirname(join(folder, name)), { recursive: true });
            await writeFile(join(folder, name), content);
        }
        const env = { ...LAMBDA, ...variables };
        const times: number[] = [];
        for (let run = 0; run < runs; run++) {
            const args = ["--input-type=module", "--eval", PROGRAM, join(folder, "index.mjs")];
            const { stdout } = await promisify(execFile)(process.execPath, args, { env });
            times.push(Number(stdout));
        }
        return times;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

/** What Lambda itself sets, as far as a start looks at it. */
const LAMBDA = {
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "none",
    AWS_SECRET_ACCESS_KEY: "none",
    AWS_LAMBDA_FUNCTION_NAME: "bench",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};

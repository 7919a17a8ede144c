import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Load {
    verb: string;
    environment: Record<string, string>;
}

/** Loads handlers one after another, each with its environment and no other variable of ours; the error of each, or "". */
export function loadHandlers(loads: readonly Load[]): string[] {
    const folder = new URL("../../../functions/", import.meta.url).href;
    const code = `
        const [kept, errors] = [{ ...process.env }, []];
        for (const [number, { verb, environment }] of ${JSON.stringify(loads)}.entries()) {
            for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name];
            Object.assign(process.env, environment);
            await import("${folder}" + verb + "/handler.ts?" + number).then(
                () => errors.push(""),
                (error) => errors.push(error.message),
            );
        }
        process.stdout.write(JSON.stringify(errors));`;
    const { PATH = "", NODE_OPTIONS = "" } = process.env;
    const { stdout } = spawnSync(
        process.execPath,
        ["--no-warnings", "--import", "tsx/esm", "--input-type=module", "-e", code],
        {
            env: { PATH, NODE_OPTIONS, AWS_REGION: "eu-west-1" },
            cwd: fileURLToPath(new URL("../../../", import.meta.url)),
            encoding: "utf8",
        },
    );
    return JSON.parse(stdout);
}

import { readFileSync } from "node:fs";
import type { Patient } from "../../../tools/doctor/finding.mjs";
import { engineEnvironment } from "../../../tools/engine-environment.mjs";
import { localStack } from "../../../tools/pulumi/stacks.mjs";
import { readValidEngineRecord } from "../../../tools/setup/engine-record.mjs";
import { done, left, type Outcome } from "../outcome.ts";

const LIMIT_SECONDS = 60;

/** The providers that an update of an account works with, of the versions that the libraries are of. */
export async function pluginsOf({ at, env, machine, stack, run }: Patient): Promise<Outcome[]> {
    if (stack === localStack) return [done("plugins: stand-ins of both clouds")];
    const engine = readValidEngineRecord(at);
    if (engine === undefined || engine.route === "modules") return [];
    const { code, stdout } = await run(engine.binary, ["plugin", "ls", "--json"], {
        cwd: at.root,
        env: engineEnvironment({}, env, at),
        signal: new AbortController().signal,
        limitSeconds: LIMIT_SECONDS,
    });
    if (code !== 0) return [left("plugins: the engine does not say which it has")];
    const there: { name: string; version: string }[] = JSON.parse(stdout);
    const missing = wanted(machine.packageFile).filter(
        ({ name, version }) => !there.some((one) => one.name === name && one.version === version),
    );
    if (missing.length === 0) return [done("plugins: those of both clouds are there")];
    const list = missing.map(({ name, version }) => `${name} ${version}`).join(", ");
    return [
        left(
            `plugins: ${list} are not there, and the engine fetches them with the first preview`,
            missing.map(({ name, version }) => `$ pulumi plugin install resource ${name} ${version}`).join("\n"),
        ),
    ];
}

function wanted(packageFile: string): { name: string; version: string }[] {
    const { dependencies = {} } = JSON.parse(readFileSync(packageFile, "utf8")) as {
        dependencies?: Record<string, string>;
    };
    return Object.entries(dependencies).flatMap(([name, version]) => {
        const [, provider] = /^@pulumi\/(aws|awsx|azure-native|azuread)$/.exec(name) ?? [];
        return provider === undefined ? [] : [{ name: provider, version }];
    });
}

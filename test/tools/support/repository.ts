import fs from "node:fs";
import path from "node:path";
import { type PlatformPaths, platformPaths } from "../../../tools/paths.mjs";
import { temporaryFolder } from "./temporary.ts";

/** A small repository in which nothing is set up, and a PATH on which only the fakes of the test are found. */
export interface Repository {
    at: PlatformPaths;
    env: NodeJS.ProcessEnv;
    /** Puts a program on the PATH; the script runs under sh. */
    fake(name: string, script: string): string;
    /** The files that the fake of Go was given to build, and what stood in the one of ours. */
    source(): string[];
    /** What the fakes have appended to the file in `$CALLS`. */
    calls(): string[];
}

export const packageLock = {
    packages: {
        "": { name: "small" },
        "node_modules/yaml": { version: "2.9.1" },
        "node_modules/elsewhere": { version: "1.0.0", optional: true },
    },
};

export function createRepository(): Repository {
    const root = temporaryFolder();
    const at = platformPaths(root);
    const programs = path.join(root, "programs");
    const callsFile = path.join(root, "calls");
    fs.mkdirSync(programs);
    write(path.join(root, "package-lock.json"), JSON.stringify(packageLock));
    write(path.join(at.engineModules, "go.mod"), "module engine\n");
    write(path.join(at.engineModules, "go.sum"), "");
    writeTrimmedModule(at);
    write(at.pythonRequirements, "ministack==1.5.33\n");
    write(at.modelRequirements, "xgboost-cpu==3.0.5\n");
    write(at.workflowRequirements, "zizmor==1.32.0\n");
    write(path.join(at.languageHost, "pulumi-language-nodejs"), "#!/bin/sh\n");
    return {
        at,
        env: { PATH: programs, CALLS: callsFile },
        fake(name, script) {
            const file = path.join(programs, name);
            write(file, `#!/bin/sh\n${script}\n`);
            fs.chmodSync(file, 0o755);
            return file;
        },
        source: () => fs.readFileSync(`${callsFile}.source`, "utf8").trim().split("\n"),
        calls: () => (fs.existsSync(callsFile) ? fs.readFileSync(callsFile, "utf8").trim().split("\n") : []),
    };
}

/** A module of which the engine is built with one file of ours instead, one folder of ours, and without its tests. */
function writeTrimmedModule({ root, engineParts }: PlatformPaths): void {
    const trimmed = { folder: "trimmed", module: "example.com/engine", version: "v1.0.0" };
    const modules = [{ ...trimmed, sum: "h1:good", whole: ["clouds"] }];
    write(path.join(engineParts, "modules.json"), JSON.stringify(modules));
    write(path.join(engineParts, "trimmed/clouds/s3.go"), "ours");
    write(path.join(engineParts, "trimmed/logs.go"), "ours");
    const files = ["go.mod", "main.go", "main_test.go", "logs.go", "clouds/s3.go", "clouds/gs.go", "testdata/x.go"];
    for (const file of files) write(path.join(root, "downloaded", file), "theirs");
}

/** What `npm ci` leaves behind. */
export function installLibraries(at: PlatformPaths, versions: Record<string, string> = { yaml: "2.9.1" }): void {
    const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]);
    for (const name of Object.keys(versions)) fs.mkdirSync(path.join(at.nodeModules, name), { recursive: true });
    write(path.join(at.nodeModules, ".package-lock.json"), JSON.stringify({ packages: Object.fromEntries(packages) }));
}

export function write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
}

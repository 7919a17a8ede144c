import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

export interface Sources {
    /** Of PyPI. */
    readonly aws: Readonly<Record<string, string>>;
    /** Of npm. */
    readonly azure: Readonly<Record<string, string>>;
}

/** Installs the sources into the folder, which it gives back. Nothing of them is run. */
export function fetchSources({ aws, azure }: Sources, folder: string): string {
    mkdirSync(folder, { recursive: true });
    const wheels = Object.entries(aws).map(([name, version]) => `${name}==${version}`);
    run("python3", [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--upgrade",
        "--no-deps",
        "--only-binary=:all:",
        "--target",
        folder,
        ...wheels,
    ]);
    const clients = Object.entries(azure).map(([name, version]) => `${name}@${version}`);
    run("npm", ["install", "--silent", "--ignore-scripts", "--no-save", "--prefix", folder, ...clients]);
    return folder;
}

function run(program: string, args: string[]): void {
    execFileSync(program, args, { stdio: ["ignore", "inherit", "inherit"] });
}

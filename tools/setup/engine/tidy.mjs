import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { paths } from "../../paths.mjs";
import { runChild } from "../child.mjs";
import { findProgram } from "../find-program.mjs";
import { layOutSource } from "./source.mjs";

// Run by hand after a change of versions: brings go.mod and go.sum in line with what the engine is built from.
const signal = new AbortController().signal;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "engine-source-"));
try {
    const go = findProgram("go", process.env.PATH);
    const env = { ...process.env, GOFLAGS: "-mod=mod", GOWORK: "off" };
    const fault =
        go === undefined ? "There is no go on PATH." : await layOutSource(go, folder, { at: paths, env, signal });
    if (go === undefined || fault !== undefined) throw new Error(fault);
    // -e: tests of other modules ask for packages that are left out here.
    const { code, lines } = await runChild(go, ["mod", "tidy", "-e"], { cwd: folder, env, signal });
    if (code !== 0) throw new Error(lines);
    for (const name of ["go.mod", "go.sum"])
        fs.copyFileSync(path.join(folder, name), path.join(paths.engineModules, name));
} finally {
    fs.rmSync(folder, { recursive: true, force: true });
}

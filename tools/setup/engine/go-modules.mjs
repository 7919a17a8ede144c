import fs from "node:fs";
import path from "node:path";
import { runChild } from "../child.mjs";
import { languageHostName } from "../engine-record.mjs";
import { findProgram } from "../find-program.mjs";
import { replaceFolder } from "../replace-folder.mjs";
import { engineVersion } from "./pinned.mjs";
import { layOutSource } from "./source.mjs";

/** @typedef {import("../context.mjs").SetUpContext} SetUpContext */
/** @typedef {import("./route-result.mjs").RouteResult} RouteResult */

const cli = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
// `go list -deps` of what is laid out; only says how far a first build is.
const packages = 930;

/**
 * Route 3: the engine built from its pinned Go modules, without the clients that the stack `local` has no use for.
 * @param {SetUpContext} context
 * @returns {Promise<RouteResult>}
 */
export async function engineFromGoModules({ at, env, signal, detail }) {
    const go = findProgram("go", env.PATH);
    if (go === undefined) return { reason: "there is no go on PATH to build the engine with" };
    const reason = await replaceFolder(at.engine, async (partial) => {
        const source = path.join(partial, "source");
        const unfit = await layOutSource(go, source, { at, env, signal });
        if (unfit !== undefined) return unfit;
        let compiled = 0;
        const { code, lines } = await runChild(go, buildArguments(path.join(partial, "bin", "pulumi")), {
            cwd: source,
            // The flags and the workspace of the person's own Go projects do not fit this build. Each compiler lives for
            // a second: collecting its garbage less often is a tenth of its work.
            env: { ...env, CGO_ENABLED: "0", GOFLAGS: "", GOGC: "400", GOWORK: "off" },
            signal,
            onLine: (line) => {
                if (line.startsWith("go: downloading ")) return detail(line.slice("go: ".length));
                compiled += 1;
                detail(`building from Go modules, ${compiled} of at most ${packages} packages`);
            },
        });
        if (code !== 0) return `go build failed: ${lines}`;
        fs.rmSync(source, { recursive: true });
        linkLanguageHost(at, path.join(partial, "bin"));
        return undefined;
    });
    if (reason !== undefined) return { reason };
    return { engine: { route: "modules", binary: path.join(at.engine, "bin", "pulumi"), version: engineVersion } };
}

/** @param {string} output */
function buildArguments(output) {
    const version = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`;
    return [
        ...["build", "-trimpath", "-buildvcs=false", "-mod=readonly", "-v"],
        // Made for no debugger: what the linker would throw away is not compiled either.
        ...["-gcflags=all=-dwarf=false", "-ldflags", `-s -w ${version}`, "-o", output, cli],
    ];
}

/**
 * The engine looks for the language host beside itself, and warns when it finds one elsewhere.
 * @param {import("../../paths.mjs").PlatformPaths} at
 * @param {string} folder where the engine lies, in the end at the same depth as now
 */
function linkLanguageHost(at, folder) {
    const target = path.relative(folder, path.join(at.languageHost, languageHostName));
    fs.symlinkSync(target, path.join(folder, languageHostName));
}

import { fingerprintOf, languageHostFor, readValidEngineRecord, writeEngineRecord } from "../engine-record.mjs";
import { SetUpFailure } from "../failure.mjs";
import { engineFromGoModules } from "./go-modules.mjs";
import { engineFromInstaller } from "./installer.mjs";
import { engineOnPath, pulumiOnPath } from "./on-path.mjs";
import { oldestEngine, wantedEngine } from "./pinned.mjs";

/** @typedef {import("../context.mjs").SetUpContext} SetUpContext */
/** @typedef {import("../engine-record.mjs").EngineRecord} EngineRecord */

export const routes = [engineOnPath, engineFromInstaller, engineFromGoModules];

const origin = { path: "from PATH", installer: "from the official installer", modules: "built from Go modules" };

/** @type {import("../context.mjs").SetUpStep} */
export const engineStep = {
    title: "Engine",

    ready(at, env) {
        const record = usableRecord(at);
        return record && !isBetterOnPath(record, at, env) ? describe(record) : undefined;
    },

    async make(context) {
        const { at, env } = context;
        const wanted = wantedEngine(at);
        const inPlace = usableRecord(at);
        const reasons = [];
        for (const route of routes) {
            const result =
                inPlace?.route === "modules" && route !== engineOnPath ? { engine: inPlace } : await route(context);
            if ("reason" in result) {
                reasons.push(result.reason);
                continue;
            }
            const { engine } = result;
            const languageHost = languageHostFor(engine.binary, env.PATH, at.languageHost);
            const fingerprint = fingerprintOf(engine.binary) ?? "";
            const passedOver = engine.route === "modules" ? fingerprintOf(pulumiOnPath(at, env) ?? "") : undefined;
            const record = { ...engine, languageHost, fingerprint, wanted, passedOver };
            writeEngineRecord(at, record);
            return describe(record);
        }
        throw new SetUpFailure(noRouteMessage(reasons));
    },
};

/** @param {import("../../paths.mjs").PlatformPaths} at */
function usableRecord(at) {
    const record = readValidEngineRecord(at);
    return record?.wanted === wantedEngine(at) ? record : undefined;
}

/**
 * The engine that we build serves the stack `local` alone: once the official CLI is installed, it is taken.
 * @param {EngineRecord} record
 * @param {import("../../paths.mjs").PlatformPaths} at
 * @param {NodeJS.ProcessEnv} env
 */
function isBetterOnPath({ route, passedOver }, at, env) {
    return route === "modules" && fingerprintOf(pulumiOnPath(at, env) ?? "") !== passedOver;
}

/** @param {EngineRecord} record */
function describe({ version, route }) {
    return `Pulumi ${version} ${origin[route]}`;
}

/** @param {string[]} reasons */
function noRouteMessage(reasons) {
    return [
        "No Pulumi engine could be set up. Tried, in this order:",
        ...reasons.map((reason, index) => `  ${index + 1}. ${reason.replaceAll("\n", "\n     ")}`),
        `Install one of: Pulumi ${oldestEngine} or newer (https://www.pulumi.com/docs/install/), or Go 1.25.8 or newer`,
        "(https://go.dev/dl/) with access to a Go module proxy. Then run: npm run setup",
    ].join("\n");
}

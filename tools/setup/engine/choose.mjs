import { fingerprintOf, languageHostFor, readValidEngineRecord, writeEngineRecord } from "../engine-record.mjs";
import { SetUpFailure } from "../failure.mjs";
import { engineFromGoModules } from "./go-modules.mjs";
import { engineFromInstaller } from "./installer.mjs";
import { engineOnPath } from "./on-path.mjs";
import { oldestEngine, wantedEngine } from "./pinned.mjs";

/** @typedef {import("../context.mjs").SetUpContext} SetUpContext */
/** @typedef {import("../engine-record.mjs").EngineRecord} EngineRecord */
/** @typedef {{ engine: Pick<EngineRecord, "route" | "binary" | "version"> } | { reason: string }} RouteResult */

export const routes = [engineOnPath, engineFromInstaller, engineFromGoModules];

const origin = { path: "from PATH", installer: "from the official installer", modules: "built from Go modules" };

/** @type {import("../context.mjs").SetUpStep} */
export const engineStep = {
    title: "Engine",

    ready(at) {
        const record = readValidEngineRecord(at);
        return record?.wanted === wantedEngine(at) ? describe(record) : undefined;
    },

    async make(context) {
        const { at, env } = context;
        const wanted = wantedEngine(at);
        const reasons = [];
        for (const route of routes) {
            const result = await route(context);
            if ("reason" in result) {
                reasons.push(result.reason);
                continue;
            }
            const { engine } = result;
            const languageHost = languageHostFor(engine.binary, env.PATH, at.languageHost);
            const record = { ...engine, languageHost, fingerprint: fingerprintOf(engine.binary) ?? "", wanted };
            writeEngineRecord(at, record);
            return describe(record);
        }
        throw new SetUpFailure(noRouteMessage(reasons));
    },
};

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

import { readValidEngineRecord } from "../../../tools/setup/engine-record.mjs";
import type { EnvironmentReport } from "../../preview/environment.ts";
import { exitCode, withStatus } from "../../preview/report.ts";
import { done, fails, left, type Outcome } from "../outcome.ts";
import type { Check } from "../situation.ts";

/** By the engine itself: against the state where it can reach that, else on stand-ins. */
export const preview: Check = {
    name: "preview",
    async look({ isLocal, patient, account, preview: run }) {
        if (isLocal) return told(await run(false), "");
        const cloud = await account();
        const reach =
            readValidEngineRecord(patient.at)?.route === "modules"
                ? "the engine that was built here has no client for an account"
                : typeof cloud === "string"
                  ? cloud
                  : undefined;
        if (reach === undefined) return told(await run(false), "");
        return [...told(await run(true), " on stand-ins"), left("the preview against the state of the account", reach)];
    },
};

function told(report: EnvironmentReport, where: string): Outcome[] {
    if (exitCode(report) === 0) return [done(`${report.resources.length} resources${where}, under every guardrail`)];
    const found = withStatus(report, "violation").map(({ rule, urn, message }) =>
        fails(`${rule}: ${urn.split("::").slice(-2).join("::")}`, message, "See npm run preview."),
    );
    const errors = report.errors.map((error) => fails(`the engine${where}:`, error, report.advice.join("\n")));
    return [...errors, ...found];
}

import { fileOf } from "../../../policies/rules/rooms.ts";
import { blocksPreview } from "../../preview/report.ts";
import { fails, faultsOr, type Outcome } from "../outcome.ts";
import type { Check, Judged } from "../situation.ts";
import { settingErrors } from "./settings.ts";

/** Of the platform and of what comes before it: neither is created while one of them is broken. */
export const guardrails: Check = {
    name: "guardrails",
    async look({ isLocal, platform, bootstrap, bootstrapConfig }) {
        const judged = [await platform(), ...(isLocal || bootstrapConfig === undefined ? [] : [await bootstrap()])];
        const count = judged.reduce((sum, { report }) => sum + report.resources.length, 0);
        const [first] = judged;
        return faultsOr(judged.flatMap(faultsIn), `${first?.report.rules} guardrails over ${count} resources`);
    },
};

function faultsIn({ report }: Judged): Outcome[] {
    const ofSettings = settingErrors(report.errors);
    const errors = report.errors
        .filter((error) => !ofSettings.includes(error))
        .map((error) => fails("the program:", error, `See the line: npm run guard -- --stack ${report.stack}.`));
    const findings = report.findings.filter((finding) => blocksPreview(finding, true));
    return [
        ...errors,
        ...findings.map(({ rule, urn, property, message }) => {
            const [value = "", fix = `See ${fileOf(rule)}.`] = message.split(/ Fix: /);
            return fails(`${rule}: ${urn.split("::").slice(-2).join("::")}`, `${property} ${value}`.trim(), fix);
        }),
    ];
}

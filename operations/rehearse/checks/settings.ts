import { fails, faultsOr, type Outcome } from "../outcome.ts";
import type { Check, Judged, Situation } from "../situation.ts";
import { exampleValues } from "./example-values.ts";

/** Said of the platform and of what comes before it; both must say the same. */
const SHARED = [
    "aws:region",
    "aws:allowedAccountIds",
    "azure-native:location",
    "azure-native:tenantId",
    "azure-native:subscriptionId",
];
const BACKEND = "compliance-platform:stateBackend";

export const settings: Check = {
    name: "settings",
    async look(situation) {
        const { stack, isLocal, config, bootstrapConfig } = situation;
        const faults = faultsOfSettings(await situation.platform());
        if (isLocal) return faultsOr(faults, `Pulumi.${stack}.yaml and stacks/${stack}.ts are complete`);
        const file = `infra/bootstrap/Pulumi.${stack}.yaml`;
        if (bootstrapConfig === undefined) {
            return [...faults, fails(file, "is missing", "Copy that of prod, and fill it in.")];
        }
        const differing = SHARED.filter((key) => JSON.stringify(config[key]) !== JSON.stringify(bootstrapConfig[key]));
        faults.push(
            ...faultsOfSettings(await situation.bootstrap()),
            ...differing.map((key) =>
                fails(
                    `${file}: ${key}`,
                    `is ${JSON.stringify(bootstrapConfig[key])}, but ${JSON.stringify(config[key])} in Pulumi.${stack}.yaml`,
                    "Write the same into both.",
                ),
            ),
            ...(await wrongBackend(situation)),
            ...exampleValues(`Pulumi.${stack}.yaml`, config),
            ...exampleValues(file, bootstrapConfig),
        );
        return faultsOr(faults, `Pulumi.${stack}.yaml, stacks/${stack}.ts and ${file} are complete`);
    },
};

/** What the program says of its settings, a line for each fault. */
function faultsOfSettings({ report }: Judged): Outcome[] {
    return settingErrors(report.errors).flatMap((error) =>
        error
            .split("\n")
            .slice(1)
            .map((line) => {
                const told = /^\s*(.+?) (is (?:missing|.*?)); it must be (.*)$/.exec(line);
                return told === null
                    ? fails(line.trim(), "", "Mend it.")
                    : fails(told[1] ?? "", told[2] ?? "", `Write ${told[3]}.`);
            }),
    );
}

/** Errors that are about settings; the others are of the program. */
export function settingErrors(errors: readonly string[]): string[] {
    return errors.filter((error) => /faults? in the settings of|^In infra\/bootstrap\/Pulumi\./.test(error));
}

/** The state lies in the bucket that bootstrap makes. */
async function wrongBackend({ stack, config, bootstrap }: Situation): Promise<Outcome[]> {
    const { resources } = await bootstrap();
    const state = resources.find(({ type, name }) => type === "aws:s3/bucket:Bucket" && name === "state");
    if (state === undefined) return [];
    const wanted = `s3://${state.inputs.bucket}?region=${config["aws:region"]}`;
    if (config[BACKEND] === wanted) return [];
    return [fails(`Pulumi.${stack}.yaml: ${BACKEND}`, `is ${JSON.stringify(config[BACKEND])}`, `Write ${wanted}.`)];
}

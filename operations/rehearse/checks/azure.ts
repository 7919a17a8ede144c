import type { Patient } from "../../../tools/doctor/finding.mjs";
import { findProgram } from "../../../tools/setup/find-program.mjs";
import { fails, left, type Outcome } from "../outcome.ts";
import type { Judged, Situation } from "../situation.ts";

const LIMIT_SECONDS = 60;
const README = "infra/bootstrap/README.md, step 1";
const GROUP = "compliance-platform-bootstrap:identityGroup";

/** What Azure calls the resource providers of the program's modules; those of the subscription itself are always there. */
const NAMESPACES: Readonly<Record<string, string | undefined>> = {
    authorization: undefined,
    resources: undefined,
    consumption: "Microsoft.Consumption",
    datafactory: "Microsoft.DataFactory",
    managedidentity: "Microsoft.ManagedIdentity",
    monitor: "Microsoft.Insights",
    operationalinsights: "Microsoft.OperationalInsights",
    storage: "Microsoft.Storage",
};

/** What must exist on Azure before the first update, and only the subscription can make: providers, and one group. */
export async function azureFirst({ patient, bootstrapConfig, platform, bootstrap }: Situation): Promise<Outcome[]> {
    const group = String(bootstrapConfig?.[GROUP] ?? "");
    const { wanted, unknown } = namespacesOf([await platform(), await bootstrap()]);
    const told = unknown.map((module) => left(`which resource provider the module ${module} of Azure needs`));
    const registered = await az(patient, ["provider", "list", "--query", REGISTERED, "--output", "tsv"]);
    if (typeof registered === "string") {
        const what = `whether the group ${group} is there on Azure, and ${wanted.length} resource providers are registered`;
        return [...told, left(what, `${registered}\nSee ${README}.`)];
    }
    const missing = wanted.filter((namespace) => !registered.lines.includes(namespace));
    const groups = await az(patient, ["group", "exists", "--name", group]);
    return [
        ...told,
        ...missing.map((namespace) =>
            fails(
                `the resource provider ${namespace}`,
                "is not registered",
                `$ az provider register --namespace ${namespace}`,
            ),
        ),
        ...(typeof groups === "string"
            ? [left(`whether the group ${group} is there on Azure`, groups)]
            : groups.lines.includes("true")
              ? []
              : [fails(`the group ${group}`, "is not there on Azure", `Follow ${README}.`)]),
    ];
}

const REGISTERED = "[?registrationState=='Registered'].namespace";

/** What az answers, by lines; in words, why it does not. */
async function az({ at, env, run }: Patient, args: readonly string[]): Promise<{ lines: string[] } | string> {
    const program = findProgram("az", env.PATH);
    if (program === undefined) return "az is not on PATH";
    const options = { cwd: at.root, env, signal: new AbortController().signal, limitSeconds: LIMIT_SECONDS };
    const { code, stdout, lines } = await run(program, [...args], options);
    if (code !== 0) return `az ${args[0]} ${args[1]}: ${lines.split("\n", 1)[0]}`;
    return { lines: stdout.split("\n").map((line) => line.trim()) };
}

/** The providers of the modules that the programs use, and modules of which nobody here knows the provider. */
function namespacesOf(programs: readonly Judged[]): { wanted: string[]; unknown: string[] } {
    const types = programs.flatMap(({ resources }) => resources.map(({ type }) => type));
    const modules = new Set(types.flatMap((type) => /^azure-native:(\w+):/.exec(type)?.[1] ?? []));
    const known = [...modules].filter((module) => module in NAMESPACES);
    return {
        wanted: known.flatMap((module) => NAMESPACES[module] ?? []).sort(),
        unknown: [...modules].filter((module) => !(module in NAMESPACES)),
    };
}

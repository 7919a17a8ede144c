import path from "node:path";
import type { Finding, Patient } from "../../../tools/doctor/finding.mjs";
import { runChild } from "../../../tools/setup/child.mjs";
import { createRepository, installLibraries, type Repository, write } from "../support/repository.ts";

const SETTINGS = `config:
  compliance-platform:stateBackend: s3://state?region=eu-west-1
  aws:region: eu-west-1
  aws:allowedAccountIds: ["222222222222"]
  azure-native:tenantId: 22222222-2222-4222-8222-222222222222
  azure-native:subscriptionId: 22222220-2222-4222-8222-222222222222
`;

/** A small repository that is in order, with a stack of accounts, and what the doctor is given of it. */
export function patient(changes: Partial<Patient> = {}): Patient & { repository: Repository } {
    const repository = createRepository();
    const { at, env } = repository;
    env.HOME = at.root;
    installLibraries(at);
    write(path.join(at.root, "package.json"), JSON.stringify({ engines: { node: "^20.19.0" } }));
    write(path.join(at.root, "Pulumi.yaml"), "name: compliance-platform\n");
    for (const stack of ["local", "prod"]) {
        write(path.join(at.root, `Pulumi.${stack}.yaml`), SETTINGS);
        write(path.join(at.root, "stacks", `${stack}.ts`), "");
    }
    const packageFile = path.join(at.root, "package.json");
    const machine = { platform: "linux", arch: "x64", node: "20.19.0", packageFile };
    return { at, env, machine, stack: undefined, run: runChild, repository, ...changes };
}

/** Those that would fail, as one text. */
export function failing(findings: readonly Finding[]): string {
    return findings
        .filter(({ status }) => status === "fails")
        .map(({ about, says, mend = [] }) => `${about}: ${says} | ${mend.join(" | ")}`)
        .join("\n");
}

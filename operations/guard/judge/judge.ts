import { asGuardrailsSee } from "../../../local/in-process/as-seen.ts";
import { Deployment } from "../../../local/in-process/deployment.ts";
import { stackUrn } from "../../../local/in-process/resource-urn.ts";
import type { Known } from "../../../local/in-process/resources.ts";
import type { ResourceRecord } from "../../../policies/core/resource.ts";
import { rules } from "../../../policies/rules/index.ts";
import type { PreviewedResource } from "../../preview/report.ts";
import { findingsIn } from "./findings.ts";
import type { Assignment, Judgement } from "./judgement.ts";
import type { Programs } from "./programs.ts";
import { runProgram } from "./run-program.ts";

/**
 * Runs the program of a stack in this process and judges all that it registers. One after the other, and after a program
 * that failed in no process or thread again, since it leaves promises behind.
 */
export async function judge(assignment: Assignment, programs: Programs): Promise<Judgement> {
    const deployment = new Deployment(assignment);
    const errors = await runProgram(assignment, programs, deployment);
    const { resources } = deployment;
    const inStack = stackUrn(assignment.stack, assignment.project);
    const records = new Map(resources.map((known) => [known.urn, recordOf(known, deployment)]));
    const findings = findingsIn([...records.values()], errors.length > 0).map((finding) => {
        const known = deployment.find(finding.urn);
        return {
            ...finding,
            urn: known === undefined ? inStack : finding.urn,
            ...(known?.site && { site: known.site }),
        };
    });
    return {
        resources: resources.flatMap(previewed),
        findings,
        errors,
        rules: rules.length,
        ...(assignment.withDetails && { details: { known: resources, records: [...records.values()] } }),
    };
}

function previewed({ urn, type, name }: Known): PreviewedResource[] {
    return type === "pulumi:pulumi:Stack" ? [] : [{ urn, type, name, change: "create" }];
}

function recordOf(known: Known, deployment: Deployment): ResourceRecord {
    const { urn, type, name, parent, protect, propertyDependencies } = known;
    const provider = known.provider === undefined ? undefined : deployment.find(known.provider);
    return {
        urn,
        type,
        name,
        props: asGuardrailsSee(known.inputs),
        outputs: asGuardrailsSee(known.outputs),
        ...(parent !== "" && { parent }),
        opts: { protect: protect ?? false },
        ...(provider && { provider: { type: provider.type, props: asGuardrailsSee(provider.inputs) } }),
        propertyDependencies,
    };
}

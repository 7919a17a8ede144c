import type { Progress, Promotion } from "../../contract/model/serving.ts";
import { ModelError } from "../../model/artefact/booster.ts";
import { readArtefact } from "../adapters/artefact.ts";
import { watch } from "./follow.ts";
import { AnotherRunError, type Ports, type Version } from "./ports.ts";
import { close, type Outcome, undo } from "./settle.ts";

/**
 * Puts the newest approved version behind the endpoint, and sees it through: what a run has no time for, or dies before,
 * the next one finishes. One promotion at a time; what the alarms undid is not tried again.
 */
export async function promote(ports: Ports): Promise<Outcome> {
    try {
        const progress = await ports.progress.read();
        const { promotion } = progress;
        const open = promotion?.outcome === "begun" || promotion?.outcome === "updating";
        return await (open ? resume(promotion, progress, ports) : begin(progress, ports));
    } catch (error) {
        if (error instanceof AnotherRunError) return nothing(error.message);
        throw error;
    }
}

async function begin(progress: Progress, ports: Ports): Promise<Outcome> {
    const { deployments } = ports;
    const version = await deployments.newestApproved();
    if (version === undefined) return nothing("no version is approved");
    const before = progress.undone.find((one) => one.version === version.arn);
    if (before !== undefined) return nothing(`${version.arn} is not tried again: ${before.reason}`);
    if ((await deployments.serving()) === version.artefact) return nothing(`${version.arn} serves already`);
    const endpoint = await deployments.endpoint();
    if (endpoint === undefined) return nothing("there is no endpoint");
    if (endpoint.status !== "InService") return nothing(`the endpoint is ${endpoint.status}; the next run looks again`);

    const promotion: Promotion = {
        version: version.arn,
        artefact: version.artefact,
        before: endpoint.configuration,
        startedAt: new Date(ports.clock.now()).toISOString(),
        outcome: "begun",
    };
    const fault = await faultOf(version, ports);
    if (fault !== undefined) return undo(promotion, fault, progress, ports);
    const begun = { ...promotion, after: await deployments.prepare(version) };
    await ports.progress.write({ ...progress, promotion: begun });
    return deploy(begun, progress, ports);
}

async function resume(promotion: Promotion, progress: Progress, ports: Ports): Promise<Outcome> {
    return (await watch(promotion, progress, ports)) ?? deploy(promotion, progress, ports);
}

/** The approval may have been withdrawn since, so it is asked for once more. */
async function deploy(promotion: Promotion, progress: Progress, ports: Ports): Promise<Outcome> {
    const { deployments } = ports;
    const approved = await deployments.newestApproved();
    if (approved?.arn !== promotion.version) {
        const reason = "it is no longer the newest version that is approved";
        return close({ ...promotion, outcome: "withdrawn", reason }, progress, ports);
    }
    if (!(await deployments.update(promotion.after ?? ""))) {
        const reason = "somebody else is changing the endpoint; the next run looks again";
        return close({ ...promotion, outcome: "postponed", reason }, progress, ports);
    }
    const updating: Promotion = { ...promotion, outcome: "updating" };
    await ports.progress.write({ ...progress, promotion: updating });
    const outcome = await watch(updating, progress, ports);
    return outcome ?? { outcome: "updating", version: promotion.version, reason: "SageMaker has not begun yet" };
}

/** Why the version's model is not one of ours. SageMaker would find out with the endpoint half changed. */
async function faultOf({ artefact }: Version, { bucket, model }: Ports): Promise<string | undefined> {
    try {
        await readArtefact(artefact, bucket, model);
        return undefined;
    } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        return `its model cannot be read: ${error.message}`;
    }
}

function nothing(reason: string): Outcome {
    return { outcome: "nothing", reason };
}

import {
    DescribeModelPackageCommand,
    ListModelPackagesCommand,
    type ModelPackageSummary,
    SageMakerClient,
    UpdateModelPackageCommand,
} from "@aws-sdk/client-sagemaker";
import type { ModelVersion, Registry } from "../../console/state.ts";
import { servingArtefact } from "../../functions/adapters/serving-model.ts";
import { UserError } from "../cli/user-error.ts";
import type { Cloud } from "../verify/cloud.ts";

/** What the registry calls how far a version is. */
const WAITS = "PendingManualApproval";
const STATES: Readonly<Record<string, ModelVersion["state"]>> = {
    [WAITS]: "waits",
    Approved: "approved",
    Rejected: "refused",
};

/** As many as SageMaker gives at once. */
const AT_ONCE = 100;

/** A person's word on a version of the model. */
export interface Approval {
    version: number;
    decision: "approve" | "refuse";
    by: string;
}

type Clients = Pick<Cloud, "of">;

/** The versions of the fraud model, which of them serves, and how a person approves one. */
export class ModelRegistry {
    readonly #client: SageMakerClient;
    readonly #group: string;

    /** Group and endpoint have one name. */
    constructor(clients: Clients, group: string) {
        this.#client = clients.of(SageMakerClient);
        this.#group = group;
    }

    async read(): Promise<Registry> {
        const [serving, found] = await Promise.all([servingArtefact(this.#client, this.#group), this.#versions()]);
        const versions = await Promise.all(found.map((one) => this.#describe(one, serving)));
        const serves = versions.find((one) => one.serves)?.version;
        return {
            serving: serving === undefined ? "nothing" : serves === undefined ? "the first model" : `version ${serves}`,
            versions: versions.sort((a, b) => b.version - a.version),
        };
    }

    /** The next run of `promote` puts behind the endpoint what is approved. */
    async decide({ version, decision, by }: Approval): Promise<string> {
        const found = (await this.#versions()).find((one) => one.ModelPackageVersion === version);
        if (found === undefined) throw new UserError(`The registry has no version ${version}. Nothing was changed.`);
        if (found.ModelApprovalStatus !== WAITS) {
            const state = STATES[found.ModelApprovalStatus ?? ""] ?? "in another state";
            throw new UserError(`Version ${version} does not wait for approval: it is ${state}. Nothing was changed.`);
        }
        const ModelApprovalStatus = decision === "approve" ? "Approved" : "Rejected";
        const { ModelPackageArn } = found;
        const command = { ModelPackageArn, ModelApprovalStatus, ApprovalDescription: by } as const;
        await this.#client.send(new UpdateModelPackageCommand(command));
        return decision === "approve"
            ? `Version ${version} is approved by ${by}. The next run of promote, within the hour, puts it behind the endpoint.`
            : `Version ${version} is refused by ${by}. The model that serves goes on.`;
    }

    async #versions(): Promise<ModelPackageSummary[]> {
        const found: ModelPackageSummary[] = [];
        let NextToken: string | undefined;
        do {
            const command = new ListModelPackagesCommand({
                ...{ ModelPackageGroupName: this.#group, MaxResults: AT_ONCE },
                ...(NextToken !== undefined && { NextToken }),
            });
            const page = await this.#client.send(command);
            found.push(...(page.ModelPackageSummaryList ?? []));
            NextToken = page.NextToken;
        } while (NextToken !== undefined);
        return found;
    }

    async #describe(
        { ModelPackageArn, ...summary }: ModelPackageSummary,
        serving: string | undefined,
    ): Promise<ModelVersion> {
        const command = new DescribeModelPackageCommand({ ModelPackageName: ModelPackageArn });
        const { InferenceSpecification, ApprovalDescription: by } = await this.#client.send(command);
        const artefact = InferenceSpecification?.Containers?.[0]?.ModelDataUrl;
        return {
            version: summary.ModelPackageVersion ?? 0,
            state: STATES[summary.ModelApprovalStatus ?? ""] ?? "waits",
            proposedAt: summary.CreationTime?.toISOString() ?? "",
            serves: artefact !== undefined && artefact === serving,
            ...(by !== undefined && { by }),
        };
    }
}

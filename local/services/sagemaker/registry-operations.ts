import * as z from "zod/mini";
import { ServiceError } from "../answering.ts";
import {
    type Holdings,
    missing,
    type Operation,
    type Place,
    readInput,
    resourceArn,
    resourceName,
} from "./operation.ts";
import type { ModelPackage } from "./registry.ts";

const approval = z.enum(["PendingManualApproval", "Approved", "Rejected"]);
const Group = z.looseObject({ ModelPackageGroupName: resourceName });
const Proposal = z.looseObject({
    ModelPackageGroupName: resourceName,
    ModelApprovalStatus: z._default(approval, "PendingManualApproval"),
    InferenceSpecification: z.looseObject({
        Containers: z.array(z.looseObject({ ModelDataUrl: z.string() })).check(z.length(1)),
    }),
});
const Version = z.object({ ModelPackageName: z.string() });
const Change = z.object({
    ModelPackageArn: z.string(),
    ModelApprovalStatus: approval,
    ApprovalDescription: z.optional(z.string()),
});
const Listed = z.object({
    ModelPackageGroupName: resourceName,
    ModelApprovalStatus: z.optional(approval),
    MaxResults: z.optional(z.number()),
});

/** The part of SageMaker that keeps versions and who approved them. */
export const registryOperations: Readonly<Record<string, Operation>> = {
    CreateModelPackageGroup({ registry, place }, given) {
        const { ModelPackageGroupName: name } = readInput(Group, given);
        registry.make(name);
        return { ModelPackageGroupArn: resourceArn(place, "model-package-group", name) };
    },
    DeleteModelPackageGroup({ registry }, given) {
        registry.remove(readInput(Group, given).ModelPackageGroupName);
        return {};
    },
    CreateModelPackage({ registry, place }, given) {
        const request = readInput(Proposal, given);
        const { ModelPackageGroupName: group, ModelApprovalStatus } = request;
        if (registry.versions(group) === undefined) throw missing(place, "model-package-group", group);
        const modelDataUrl = request.InferenceSpecification.Containers[0]?.ModelDataUrl ?? "";
        const made = registry.propose(group, { request, modelDataUrl, approval: ModelApprovalStatus });
        return { ModelPackageArn: arnOf(made, place) };
    },
    DescribeModelPackage(holdings, given) {
        const version = versionOf(holdings, readInput(Version, given).ModelPackageName);
        const { reason } = version;
        return {
            ...version.request,
            ...summary(version, holdings.place),
            ...(reason && { ApprovalDescription: reason }),
        };
    },
    ListModelPackages({ registry, place }, given) {
        const { ModelPackageGroupName: group, ModelApprovalStatus, MaxResults = 10 } = readInput(Listed, given);
        const versions = registry.versions(group);
        if (versions === undefined) throw missing(place, "model-package-group", group);
        const wanted = versions.filter(({ approval: one }) => (ModelApprovalStatus ?? one) === one);
        return { ModelPackageSummaryList: wanted.slice(0, MaxResults).map((one) => summary(one, place)) };
    },
    UpdateModelPackage(holdings, given) {
        const { ModelPackageArn, ModelApprovalStatus, ApprovalDescription } = readInput(Change, given);
        const version = versionOf(holdings, ModelPackageArn);
        Object.assign(version, {
            approval: ModelApprovalStatus,
            reason: ApprovalDescription,
            changedAt: Date.now() / 1000,
        });
        return { ModelPackageArn };
    },
};

/** The version that an ARN names. */
export function versionOf({ registry }: Pick<Holdings, "registry">, arn: string): ModelPackage {
    const [, group = "", number] = /:model-package\/([^/]+)\/(\d+)$/.exec(arn) ?? [];
    const found = registry.versions(group)?.find(({ version }) => version === Number(number));
    if (found !== undefined) return found;
    throw new ServiceError("ValidationException", `ModelPackage ${arn} does not exist.`);
}

function arnOf({ group, version }: ModelPackage, place: Place): string {
    return resourceArn(place, "model-package", `${group}/${version}`);
}

function summary(version: ModelPackage, place: Place) {
    return {
        ModelPackageGroupName: version.group,
        ModelPackageVersion: version.version,
        ModelPackageArn: arnOf(version, place),
        ModelPackageStatus: "Completed",
        ModelApprovalStatus: version.approval,
        CreationTime: version.createdAt,
        LastModifiedTime: version.changedAt,
    };
}

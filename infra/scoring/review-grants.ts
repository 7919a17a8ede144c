import type { Grant } from "../security/grant.ts";
import type { Place } from "./model-role.ts";

export interface Review extends Place {
    /** What each job's name begins with, up to its dash. */
    jobPrefix: string;
    /** Group of the versions, and name of the endpoint. */
    name: string;
}

/** For a role that holds candidates against the model that serves, and proposes one. It can approve and deploy none. */
export function grantReview({ accountId, region, jobPrefix, name }: Review): Grant[] {
    const ours = `arn:aws:sagemaker:${region}:${accountId}`;
    const allow = (Resource: string, ...Action: string[]): Grant => ({ Effect: "Allow", Action, Resource });
    return [
        // A list is of no job.
        { Effect: "Allow", Action: ["sagemaker:ListTrainingJobs"], Resource: "*" },
        allow(`${ours}:training-job/${jobPrefix}-*`, "sagemaker:DescribeTrainingJob"),
        allow(`${ours}:endpoint/${name}`, "sagemaker:DescribeEndpoint"),
        // Whoever deploys a version by hand gives these their names.
        allow(`${ours}:endpoint-config/*`, "sagemaker:DescribeEndpointConfig"),
        allow(`${ours}:model/*`, "sagemaker:DescribeModel"),
        // A list is of the versions in it, as far as permissions go.
        allow(
            `${ours}:model-package/${name}/*`,
            "sagemaker:CreateModelPackage",
            "sagemaker:DescribeModelPackage",
            "sagemaker:ListModelPackages",
        ),
    ];
}

/** Who signs the tokens of GitHub's pipelines. */
export const GITHUB = "token.actions.githubusercontent.com";

/** Which runs of a pipeline are meant. */
export interface Pipelines {
    /** Owner and name as GitHub writes them into its tokens: `bank@1234/platform@5678`, or without ids. */
    repository: string;
    /** The branch whose program is deployed. */
    branch: string;
    /** Name of the environment on GitHub, which is the name of the stack. */
    environment: string;
}

/** As whom GitHub speaks of a run that previews, one that looks for drift, and one that was let into an environment. */
export function subjectsOf({ repository, branch, environment }: Pipelines): Record<Duty, string> {
    return {
        preview: `repo:${repository}:pull_request`,
        drift: `repo:${repository}:ref:refs/heads/${branch}`,
        deploy: `repo:${repository}:environment:${environment}`,
    };
}

export type Duty = "preview" | "drift" | "deploy";

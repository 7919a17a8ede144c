import type { Github } from "../github/api.ts";
import type { Run } from "./run-reports.ts";

interface Pull {
    readonly number: number;
    readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
}

/**
 * The open pull requests that a run was about. GitHub itself says which branch of which repository ran; nothing that the
 * run has written is asked, since a fork's code could name another pull request there. When the branch has moved on, a newer
 * run tells.
 */
export async function pullsOf(github: Github, run: Run): Promise<number[]> {
    const { head_branch, head_repository, head_sha, event } = run;
    if (event !== "pull_request" || head_branch === null || head_repository === null) return [];
    const head = encodeURIComponent(`${head_repository.owner.login}:${head_branch}`);
    const pulls = await github.all<Pull>(`/pulls?state=open&head=${head}`);
    return pulls
        .filter((pull) => pull.head.sha === head_sha && pull.head.repo?.full_name === head_repository.full_name)
        .map(({ number }) => number);
}

import type { Github } from "../github/api.ts";
import { MARK } from "./body.ts";

interface Comment {
    readonly id: number;
    readonly body?: string;
    readonly html_url: string;
    readonly user: { readonly login: string } | null;
}

/** Writes the one comment of a pull request, over the one that is there; says where it is. */
export async function writeSticky(github: Github, pull: number, body: string, author: string): Promise<string> {
    const comments = await github.all<Comment>(`/issues/${pull}/comments`);
    // The mark alone proves nothing: anybody can write it.
    const ours = comments.find((comment) => comment.user?.login === author && comment.body?.startsWith(MARK));
    const written =
        ours === undefined
            ? await github.post<Comment>(`/issues/${pull}/comments`, { body })
            : await github.patch<Comment>(`/issues/comments/${ours.id}`, { body });
    return written.html_url;
}

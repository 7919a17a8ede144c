/** As whom comments and issues are written: the account behind a workflow's token, unless `COMMENT_AUTHOR` says another. */
export function ourLogin(env: NodeJS.ProcessEnv): string {
    return env.COMMENT_AUTHOR ?? "github-actions[bot]";
}

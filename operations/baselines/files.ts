/** Where the baseline of a stack lies, from the root of the repository. */
export function baselineFile(stack: string): string {
    return `stacks/baselines/${stack}.yaml`;
}

/** Where the baseline of a stack lies, from the root of the repository. */
export function baselineFile(stack: string): string {
    return `stacks/baselines/${stack}.yaml`;
}

/** Where it lies who can do what in the stack. */
export function accessFile(stack: string): string {
    return `stacks/baselines/access/${stack}.txt`;
}

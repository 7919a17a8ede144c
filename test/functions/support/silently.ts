/** Runs a handler without what it logs, which is for CloudWatch. */
export async function silently<Result>(work: () => Promise<Result>): Promise<Result> {
    const { stdout, stderr } = process;
    const writes = [stdout.write, stderr.write] as const;
    const drop = (): boolean => true;
    [stdout.write, stderr.write] = [drop, drop];
    try {
        return await work();
    } finally {
        [stdout.write, stderr.write] = writes;
    }
}

import { LocalWorkspace, PulumiCommand, Stack } from "@pulumi/pulumi/automation/index.js";

export interface OpenStackArgs {
    /** Folder of `Pulumi.yaml`. */
    workDir: string;
    /** Name of the stack; it is created in the backend when it is not there yet. */
    stack: string;
    /** Whole environment of the engine, as `engineEnvironment` makes it; replaces that of this process. */
    environment: NodeJS.ProcessEnv;
    /** Whether a stack that is not in the backend is an error instead. Default: false. */
    mustExist?: boolean;
}

/** Opens a stack with the engine that set-up chose, in exactly the given environment. */
export async function openStack({ workDir, stack, environment, mustExist = false }: OpenStackArgs): Promise<Stack> {
    // The Automation API adds its environment to ours, so a credential could only be removed from ours.
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    const workspace = await LocalWorkspace.create({ workDir, pulumiCommand: await PulumiCommand.get() });
    return mustExist ? Stack.select(stack, workspace) : Stack.createOrSelect(stack, workspace);
}

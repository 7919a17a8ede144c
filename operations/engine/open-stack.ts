import { EngineStack } from "./engine-stack.ts";
import { EngineFailure } from "./run-engine.ts";
import { writeEmptyStack } from "./write-empty-stack.ts";

export interface OpenStackArgs {
    /** Folder of `Pulumi.yaml`. */
    workDir: string;
    /** Name of the stack; it is created in the backend when it is not there yet. */
    stack: string;
    /** Whole environment of the engine, as `engineEnvironment` makes it; replaces that of this process. */
    environment: NodeJS.ProcessEnv;
    /** Whether a stack that is not in the backend is an error instead. Default: false. */
    mustExist?: boolean;
    /** Read in place of the stack's own configuration file. */
    configFile?: string;
}

/** Opens a stack with the engine that set-up chose, in exactly the given environment. */
export async function openStack({
    workDir,
    stack,
    environment,
    mustExist = false,
    configFile,
}: OpenStackArgs): Promise<EngineStack> {
    // Nothing else that this process starts or calls may find a credential that the engine must not have.
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    const opened = new EngineStack(stack, workDir, environment, configFile);
    const { PULUMI_BACKEND_URL: backend = "" } = environment;
    // A folder of our own can be written to faster than the engine can be asked.
    if (environment.COMPLIANCE_STAND_IN === "1" && !mustExist) await writeEmptyStack(workDir, stack, backend);
    else await select(opened, mustExist);
    return opened;
}

async function select(stack: EngineStack, mustExist: boolean): Promise<void> {
    try {
        await stack.select();
    } catch (error) {
        if (mustExist || !(error instanceof EngineFailure) || !/no stack named/.test(error.message)) throw error;
        await stack.create();
    }
}

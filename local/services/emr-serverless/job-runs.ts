import { type AnsweringServer, answerCalls, type PassedCall, ServiceError } from "../answering.ts";

/** The request of `StartJobRun`, as far as it means something here. */
export interface SparkRequest {
    readonly name: string;
    readonly executionRoleArn: string;
    readonly jobDriver: {
        readonly sparkSubmit: { readonly entryPoint: string; readonly entryPointArguments: string[] };
    };
}

export interface JobRun {
    readonly id: string;
    readonly request: SparkRequest;
    state: "RUNNING" | "SUCCESS" | "FAILED" | "CANCELLED";
    details: string;
}

/** Runs the job to its end and says what it did; throws why it failed. */
export type RunSpark = (request: SparkRequest, signal: AbortSignal) => Promise<string>;

export interface EmrServerless extends AnsweringServer {
    /** What was asked to run, the newest last. */
    jobRuns(): readonly JobRun[];
}

/** What a job says that nobody ran, since it was not asked for. */
export const LEFT_OUT = "left out: Spark is not part of this start";

/** EMR Serverless on the loopback. Without `runSpark` no job does anything, and each says so. */
export async function serveEmrServerless(runSpark?: RunSpark): Promise<EmrServerless> {
    const runs = new Map<string, { run: JobRun; token: string; stop: AbortController }>();
    const under = new Set<Promise<void>>();

    const begin = (request: SparkRequest, token: string): JobRun => {
        const known = [...runs.values()].find((one) => one.token === token);
        if (known !== undefined) return known.run;
        const id = `00${(runs.size + 1).toString(36).padStart(10, "0")}`;
        const run: JobRun = { id, request, state: "RUNNING", details: "" };
        const stop = new AbortController();
        runs.set(id, { run, token, stop });
        const ended = carryOut(run, stop.signal, runSpark).finally(() => under.delete(ended));
        under.add(ended);
        return run;
    };

    const server = await answerCalls(async (call) => {
        const [, applicationId = "", , id] = /^\/applications\/([^/]+)\/(jobruns)(?:\/([^/?]+))?/.exec(call.path) ?? [];
        if (id === undefined) {
            if (call.method !== "POST") throw unknown(call);
            const { clientToken, ...request } = JSON.parse(call.body.toString()) as SparkRequest & {
                clientToken: string;
            };
            return { body: { applicationId, jobRunId: begin(request, clientToken).id } };
        }
        const found = runs.get(id);
        if (found === undefined) {
            throw new ServiceError("ResourceNotFoundException", `Job run ${id} does not exist.`, { status: 404 });
        }
        if (call.method === "DELETE") found.stop.abort();
        const { run } = found;
        const described = {
            applicationId,
            jobRunId: id,
            name: run.request.name,
            state: run.state,
            stateDetails: run.details,
        };
        return { body: call.method === "DELETE" ? { applicationId, jobRunId: id } : { jobRun: described } };
    });
    return {
        url: server.url,
        token: server.token,
        jobRuns: () => [...runs.values()].map(({ run }) => run),
        async close() {
            for (const { stop } of runs.values()) stop.abort();
            await Promise.all([server.close(), ...under]);
        },
    };
}

async function carryOut(run: JobRun, signal: AbortSignal, runSpark: RunSpark | undefined): Promise<void> {
    try {
        run.details = runSpark === undefined ? LEFT_OUT : await runSpark(run.request, signal);
        run.state = "SUCCESS";
    } catch (error) {
        run.state = signal.aborted ? "CANCELLED" : "FAILED";
        run.details = (error as Error).message;
    }
}

function unknown({ method, path }: PassedCall): ServiceError {
    return new ServiceError("UnknownOperationException", `${method} ${path} is not served on a laptop.`, {
        status: 404,
    });
}

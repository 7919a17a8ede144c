import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Answering } from "./answering.ts";
import { localClients } from "./clients.ts";
import { launch } from "./launch.ts";
import { makeOperatorInbox } from "./operator-inbox.ts";
import { setUpPython } from "./python.ts";
import { type RunFile, readRunFile } from "./run-file.ts";
import type { RunningContainer } from "./sagemaker/endpoints.ts";
import { serveSageMaker } from "./sagemaker/sagemaker.ts";

export interface LocalServicesOptions {
    /** The 12 digits that all ARNs carry: those of the stack. */
    readonly accountId: string;
    readonly region: string;
    /** Where to write the run file, for the stand-in providers and the commands. */
    readonly runFile: string;
    /** Where the emulator's warnings go. Default: `services.log` beside the run file. */
    readonly logFile?: string;
    /** The Python that has ministack. Default: the one that set-up made. */
    readonly python?: string;
    /**
     * Who answers for services that ministack lacks, by signing name. For SageMaker there is a default; the others stay
     * unknown.
     */
    readonly answering?: Readonly<Record<string, Answering>>;
    /**
     * Where on the loopback issuers of web identity tokens answer, by the beginning of their real addresses. A token of any
     * other issuer is refused, since nobody can be asked for its keys.
     */
    readonly issuers?: Readonly<Record<string, string>>;
    /**
     * Where on the loopback addresses of another cloud answer to the functions, by the beginning of the real ones, which is
     * all that they know. Default: nowhere.
     */
    readonly elsewhere?: Readonly<Record<string, string>>;
    /** How the account signs tokens for other clouds, PKCS 8 in PEM. Default: it signs none. */
    readonly signer?: { readonly issuer: string; readonly kid: string; readonly privateKey: string };
    /** Whether the requests are counted that AWS would be paid for. Benchmarks ask for it. Default: false. */
    readonly counting?: boolean;
    /** Whether it is recorded which permission of which role each call used: see `permissions-used.ts`. Default: false. */
    readonly permissions?: boolean;
    /** Corrections of the launcher to leave out, by name. Only tests do that. */
    readonly without?: readonly string[];
}

export interface LocalServices {
    readonly endpoint: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly pid: number;
    /** Resolves when the services end, with the reason when nobody asked for it. */
    readonly ended: Promise<Error | undefined>;
    /** The processes that answer for SageMaker's endpoints. */
    containers(): readonly RunningContainer[];
    /** Resolves with the first of these that ends although nobody asked for it. */
    readonly lostContainer: Promise<Error>;
    /** Ends the services, their workers and everything they keep on disk. Safe to call again. */
    stop(): Promise<void>;
}

/**
 * Starts the AWS services of the local cloud on 127.0.0.1 and a free port, and resolves when they answer.
 *
 * They live no longer than this process, however it ends.
 */
export async function startLocalServices(options: LocalServicesOptions): Promise<LocalServices> {
    const {
        accountId,
        region,
        runFile,
        python = setUpPython,
        answering = {},
        without = [],
        counting = false,
        permissions = false,
        issuers = {},
        elsewhere = {},
        signer,
    } = options;
    const { logFile = join(dirname(runFile), "services.log") } = options;
    const running = readRunFile(runFile);
    if (running !== undefined) {
        throw new Error(
            `The local services already run at ${running.endpoint} (process ${running.pid}, ${runFile}). Stop them first.`,
        );
    }
    if (!existsSync(python)) {
        throw new Error(`The Python environment of the local services is missing (${python}). Run: npm run setup`);
    }
    mkdirSync(dirname(runFile), { recursive: true });
    mkdirSync(dirname(logFile), { recursive: true });
    const credentials = {
        accessKeyId: `AKIA${randomBytes(8).toString("hex").toUpperCase()}`,
        secretAccessKey: randomBytes(30).toString("base64url"),
    };
    const sagemaker = await serveSageMaker({ accountId, region, runFile, logFile });
    const { url, token } = sagemaker;
    const answers = { sagemaker: { url, token }, ...answering };
    const launched = await launch({
        python,
        logFile,
        settings: {
            ...{ accountId, region, ...credentials, node: process.execPath, runFile },
            ...{ answering: answers, counting, permissions, issuers, elsewhere, without },
            ...(signer && { signer: { issuer: signer.issuer, kid: signer.kid, private_key: signer.privateKey } }),
        },
    }).catch(async (error) => {
        await sagemaker.close();
        throw error;
    });
    const endpoint = `http://127.0.0.1:${launched.port}`;
    try {
        const startedAt = new Date().toISOString();
        writeRunFile(runFile, { pid: launched.pid, endpoint, accountId, region, ...credentials, startedAt });
        const clients = localClients(runFile);
        await makeOperatorInbox(clients);
        clients.close();
    } catch (error) {
        await Promise.all([launched.stop(), sagemaker.close()]);
        throw error;
    }
    return {
        endpoint,
        credentials,
        pid: launched.pid,
        ended: launched.ended,
        containers: () => sagemaker.containers(),
        lostContainer: sagemaker.lost,
        async stop() {
            await Promise.all([launched.stop(), sagemaker.close()]);
            rmSync(runFile, { force: true });
        },
    };
}

/** Written whole or not at all, and readable by this user only: it holds the keys of the run. */
function writeRunFile(path: string, content: RunFile): void {
    const draft = `${path}.${process.pid}.draft`;
    writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
}

import type { Clients } from "../../local/services/clients.ts";
import type { GuardReport } from "../guard/report.ts";
import { MODEL_GROUP } from "../start/batch/learning.ts";
import { newToken } from "./access.ts";
import { consoleActions } from "./actions.ts";
import { stackChecks } from "./checks.ts";
import { type DashboardArgs, DashboardReader } from "./dashboard/dashboard.ts";
import { Lookout } from "./lookout.ts";
import { pageFiles } from "./page-files.ts";
import { ConsoleReader, type ReaderArgs } from "./reader.ts";
import { ModelRegistry } from "./registry.ts";
import { portOf, serveConsole } from "./server.ts";

export interface OpenConsoleArgs extends Omit<ReaderArgs, "guardrails" | "registry">, DashboardArgs {
    clients: Clients;
    /** What the guardrails said before the platform was created. */
    report?: GuardReport | undefined;
}

export interface OpenConsole {
    /** For a browser of this machine; whoever has it may decide. */
    address: string;
    close(): Promise<void>;
}

/** Opens the console of a running platform, on this machine alone, until it is closed. */
export async function openConsole({ report, ...args }: OpenConsoleArgs): Promise<OpenConsole> {
    const registry = new ModelRegistry(args.clients, MODEL_GROUP);
    const reader = new ConsoleReader({ ...args, registry, ...(report && { guardrails: guardrailsOf(report) }) });
    const dashboard = new DashboardReader(args);
    const lookout = new Lookout({ read: () => reader.read() });
    const onChange = () => {
        reader.forgetParked();
        lookout.lookNow();
    };
    const token = newToken();
    const server = await serveConsole({
        token,
        files: await pageFiles(),
        ports: {
            stateAfter: (version, gone) => lookout.after(version, gone),
            dashboard: (chosen) => dashboard.read(chosen),
            actions: consoleActions({
                clients: args.clients,
                outputs: args.outputs,
                registry,
                checks: stackChecks(args.stack),
                onChange,
            }),
        },
    });
    return {
        address: `http://127.0.0.1:${portOf(server)}/#${token}`,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                // Whoever has the page open waits for an answer.
                server.closeAllConnections();
            }),
    };
}

function guardrailsOf({ rules, resources, seconds, findings }: GuardReport) {
    return {
        rules,
        resources: resources.length,
        seconds,
        findings: findings.map(({ rule, severity, status, urn, message }) => ({
            rule,
            severity,
            status,
            resource: urn,
            message,
        })),
    };
}

import { getStack, runtime } from "@pulumi/pulumi";
import { bundle } from "../../infra/compute/bundle.ts";
import { configurationOf } from "../../infra/configuration.ts";
import { Platform } from "../../infra/platform.ts";

interface RegisterRequest {
    getParent(): string;
    getName(): string;
    setName(name: string): void;
}

/** What the engine is asked through; its types leave out what a program should not do. */
interface Monitor {
    registerResource(request: RegisterRequest, ...rest: unknown[]): unknown;
}

/** The end of the name of a copy, and of everything in it. */
const COPY = /copy\d+$/;

/** The platform several times in one stack, to see how a preview grows. Each name would be there several times too. */
const monitor = runtime.getMonitor() as unknown as Monitor;
const register = monitor.registerResource.bind(monitor);
monitor.registerResource = (request, ...rest) => {
    const copy = COPY.exec(request.getParent())?.[0];
    if (copy !== undefined) request.setName(`${request.getName()}${copy}`);
    return register(request, ...rest);
};

const configuration = configurationOf(getStack());
for (let copy = 0; copy < Number(process.env.GROWTH_COPIES); copy += 1) {
    new Platform(`platformcopy${copy}`, configuration, bundle);
}

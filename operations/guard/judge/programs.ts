/** The programs that can be judged. Each is loaded when it runs, since loading it is running it. */
export const programs = {
    platform: (): Promise<object> => import("../../../infra/index.ts"),
    bootstrap: (): Promise<object> => import("../../../infra/bootstrap/index.ts"),
};

/** Their entry files, from the root. */
export const entries = { platform: "infra/index.ts", bootstrap: "infra/bootstrap/index.ts" };

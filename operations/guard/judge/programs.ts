/** The programs that can be judged. Each is loaded when it runs, since loading it is running it. */
export const programs = {
    platform: (): Promise<object> => import("../../../infra/index.ts"),
    bootstrap: (): Promise<object> => import("../../../infra/bootstrap/index.ts"),
};

export type Programs = typeof programs;

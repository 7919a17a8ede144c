/** Entry files of the programs, from the root. */
export const ENTRIES = { platform: "infra/index.ts", bootstrap: "infra/bootstrap/index.ts" };

import { dev } from "./dev.ts";
import { local } from "./local.ts";
import { prod } from "./prod.ts";
import type { Settings } from "./settings.ts";

/** Every environment by the name of its stack, in the order a reader expects. */
export const environments: Readonly<Record<string, Settings>> = { dev, prod, local };

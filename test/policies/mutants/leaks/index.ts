import { AROUND } from "./around.ts";
import type { Leak } from "./leak.ts";
import { TO_OTHERS } from "./others.ts";
import { IN_POLICIES } from "./policies.ts";

export const LEAKS: readonly Leak[] = [...TO_OTHERS, ...IN_POLICIES, ...AROUND];

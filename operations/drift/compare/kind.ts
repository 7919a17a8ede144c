/** What became of a resource, or what stands beside those of the stack. */
export const KINDS = [
    /** The cloud has another value where the state has one, or the program could say one. */
    "modified",
    /** The cloud no longer has it. */
    "deleted",
    /** Somebody made another one in its place. */
    "replaced",
    /** Only what the cloud says about it changed. */
    "output-only",
    /** It changed where the program leaves the value to others, and not as they are known to change it. */
    "left-to-others",
    /** It carries the platform's tags, and no stack manages it. */
    "unmanaged",
    /** The program says something else than the state: merged and not deployed. */
    "undeployed",
] as const;

export type Kind = (typeof KINDS)[number];

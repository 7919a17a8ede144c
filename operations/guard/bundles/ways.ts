/** Another process, of this folder or of a copy of it, may still be reading what is younger. */
export const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Files that say how the bundles are made, from the root: another way makes other bundles. */
export const WAYS_OF_BUNDLING: readonly string[] = [
    ...["make-code.ts", "make-libraries.ts", "without-wire.ts"].map((name) => `operations/guard/bundles/${name}`),
    ...["plugins.mjs", "pulumi-sdk.mjs"].map((name) => `tools/bundles/${name}`),
];

const { createRequire, Module } = require("node:module");
const { dirname } = require("node:path");

/**
 * Pulumi's SDK loads the TypeScript compiler and npm's dependency resolver at every start, a second in all. It needs
 * them only to turn a function of the program into text (a "magic" Lambda or a dynamic provider), which neither our
 * program nor our guardrails do: code is bundled from `functions/`. Loaded before the SDK, this puts a stand-in where
 * the two would be, which says so when somebody uses it after all.
 */
const fromHere = createRequire(__filename);
const sdk = fromHere.resolve("@pulumi/pulumi");
const fromSdk = createRequire(sdk);

for (const file of [fromHere.resolve("@pulumi/pulumi/typescript-shim.js"), fromSdk.resolve("@npmcli/arborist")]) {
    if (require.cache[file]) continue;
    const standIn = Object.assign(new Module(file), {
        filename: file,
        loaded: true,
        paths: [dirname(file)],
        exports: refusing(file),
    });
    require.cache[file] = standIn;
}

/** @param {string} file */
function refusing(file) {
    return new Proxy(
        {},
        {
            get(_, name) {
                // Asked of every module by the code that TypeScript makes of `import`.
                if (name === "__esModule" || typeof name === "symbol") return undefined;
                throw new Error(
                    `${file} is not loaded, to start quickly: take tools/lean-pulumi.cjs out to use ${name}.`,
                );
            },
        },
    );
}

// Loaded into the processes in which Pulumi runs a program or a policy pack, before its runner asks for the SDK: puts each
// module of the SDK where `require` looks first, out of one bundle in place of hundreds of files.
const { Module } = require("node:module");
const path = require("node:path");
const { load } = require("../bundles/load.cjs");
const { optimiseLate } = require("../bundles/optimise-late.cjs");
const { callsites } = require("./callsites.cjs");

optimiseLate();

/** @type {Record<string, () => unknown>} */
const modules = load("tools/pulumi-sdk/modules.cjs", { purpose: path.basename(path.dirname(process.argv[1] ?? "")) });

for (const [file, exportsOf] of Object.entries(modules)) {
    if (require.cache[file]) continue;
    const module = new Module(file);
    Object.assign(module, { filename: file, loaded: true, paths: [path.dirname(file)] });
    Object.defineProperty(module, "exports", { get: exportsOf, enumerable: true });
    require.cache[file] = module;
}

Object.assign(require("@pulumi/pulumi/resource.js").Resource, { callsites });

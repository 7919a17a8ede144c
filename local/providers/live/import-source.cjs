/**
 * Imports a TypeScript file. In a file of its own, because the bundle that the provider runs as knows no `import()`, and
 * since bindings use it too, tsx has to translate for both ways of loading.
 *
 * @param {string} url
 */
module.exports = async (url) => {
    const { register } = await import("tsx/esm/api");
    register();
    return import(url);
};

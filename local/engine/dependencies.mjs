import fs from "node:fs";
import path from "node:path";

/** @typedef {{ name: string, version: string }} Dependency */

/**
 * What a program depends on, from the lock file that npm keeps beside it.
 * @param {string} folder of the program
 * @param {boolean} transitive also what the dependencies bring along
 * @returns {Dependency[]}
 */
export function programDependencies(folder, transitive) {
    const root = folderOfLock(folder);
    if (root === undefined) throw new Error(`there is no package-lock.json at or above ${folder}: run npm install`);
    const packages = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8")).packages ?? {};
    const { dependencies = {}, devDependencies = {} } = packages[""] ?? {};
    const places = transitive
        ? Object.keys(packages).filter((place) => place !== "")
        : Object.keys({ ...dependencies, ...devDependencies }).map((name) => `node_modules/${name}`);
    return places.map((place) => ({
        name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
        version: packages[place]?.version ?? "",
    }));
}

/**
 * The providers whose SDKs a program depends on itself, so that the engine can fetch them before it starts.
 * @param {string} folder
 * @returns {(Dependency & { server: string })[]}
 */
export function requiredProviders(folder) {
    const root = folderOfLock(folder);
    // Only a hint: the engine fetches whatever else the program turns out to use.
    if (root === undefined) return [];
    return programDependencies(folder, false).flatMap(({ name, version }) => {
        const { pulumi } = packageOf(root, name);
        if (pulumi?.resource !== true) return [];
        const provider = pulumi.name ?? name.replace(/^@pulumi\//, "");
        return [{ name: provider, version: pulumi.version ?? version, server: pulumi.server ?? "" }];
    });
}

/**
 * @param {string} folder
 * @returns {string | undefined}
 */
function folderOfLock(folder) {
    if (fs.existsSync(path.join(folder, "package-lock.json"))) return folder;
    const above = path.dirname(folder);
    return above === folder ? undefined : folderOfLock(above);
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {{ pulumi?: { resource?: boolean, name?: string, version?: string, server?: string } }}
 */
function packageOf(root, name) {
    try {
        return JSON.parse(fs.readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8"));
    } catch {
        return {};
    }
}

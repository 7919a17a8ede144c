import fs from "node:fs";
import path from "node:path";

/**
 * The first executable file of that name on a search path.
 * @param {string} name
 * @param {string | undefined} searchPath
 * @param {string[]} [except] folders not to look in
 */
export function findProgram(name, searchPath, except = []) {
    return (searchPath ?? "")
        .split(path.delimiter)
        .filter((folder) => folder !== "" && !except.some((other) => path.resolve(folder) === path.resolve(other)))
        .map((folder) => path.resolve(folder, name))
        .find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
    try {
        fs.accessSync(file, fs.constants.X_OK);
        return fs.statSync(file).isFile();
    } catch {
        return false;
    }
}

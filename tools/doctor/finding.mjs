/**
 * What the doctor has to say of one thing.
 * @typedef {object} Finding
 * @property {string} about what was looked at, such as `libraries`
 * @property {"well" | "note" | "fails"} status `note`: works, but somebody should know
 * @property {string} says
 * @property {string[]} [mend] what to do, a line each
 */

/**
 * What a check looks at.
 * @typedef {object} Patient
 * @property {import("../paths.mjs").PlatformPaths} at
 * @property {NodeJS.ProcessEnv} env
 * @property {{ platform: string, arch: string, node: string, packageFile: string }} machine
 * @property {string | undefined} stack the one that was asked about
 * @property {typeof import("../setup/child.mjs").runChild} run runs another program
 */

/** @typedef {(patient: Patient) => Promise<Finding[]> | Finding[]} Check */

/**
 * @param {string} about
 * @param {string} says
 * @returns {Finding}
 */
export function well(about, says) {
    return { about, status: "well", says };
}

/**
 * @param {string} about
 * @param {string} says
 * @param {...string} mend
 * @returns {Finding}
 */
export function note(about, says, ...mend) {
    return { about, status: "note", says, ...(mend.length > 0 && { mend }) };
}

/**
 * @param {string} about
 * @param {string} says
 * @param {...string} mend
 * @returns {Finding}
 */
export function fails(about, says, ...mend) {
    return { about, status: "fails", says, ...(mend.length > 0 && { mend }) };
}

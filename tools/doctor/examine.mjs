import { accountsOf } from "./accounts.mjs";
import { engineOf } from "./engine.mjs";
import { fails } from "./finding.mjs";
import { librariesOf } from "./libraries.mjs";
import { localCloudOf } from "./local-cloud.mjs";
import { machineOf } from "./machine.mjs";
import { projectOf } from "./project.mjs";
import { quotasOf } from "./quotas.mjs";
import { stateOf } from "./state.mjs";

/** @type {readonly import("./finding.mjs").Check[]} */
const checks = [machineOf, librariesOf, engineOf, projectOf, localCloudOf, stateOf, accountsOf, quotasOf];

/**
 * Looks at everything; a check that fails itself is a finding like any other.
 * @param {import("./finding.mjs").Patient} patient
 * @returns {Promise<import("./finding.mjs").Finding[]>}
 */
export async function examine(patient) {
    const found = await Promise.all(
        checks.map(async (check) => {
            try {
                return await check(patient);
            } catch (error) {
                const reason = error instanceof Error ? error.message : String(error);
                return [fails(check.name.replace(/Of$/, ""), `could not be looked at: ${reason}`)];
            }
        }),
    );
    return found.flat();
}

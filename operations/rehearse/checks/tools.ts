import { engineOf } from "../../../tools/doctor/engine.mjs";
import { librariesOf } from "../../../tools/doctor/libraries.mjs";
import { machineOf } from "../../../tools/doctor/machine.mjs";
import { projectOf } from "../../../tools/doctor/project.mjs";
import { stateOf } from "../../../tools/doctor/state.mjs";
import type { Check } from "../situation.ts";
import { fromDoctor } from "./from-doctor.ts";
import { pluginsOf } from "./plugins.ts";

/** Engine, libraries, plugins, and the state that an update would go on from. */
export const tools: Check = {
    name: "engine",
    async look({ patient }) {
        const found = [];
        for (const check of [machineOf, librariesOf, engineOf, projectOf, stateOf])
            found.push(...(await check(patient)));
        // Without an account nobody can read its state, which the credentials have told.
        const outcomes = fromDoctor(found, ({ about }) => about === "state");
        return [...outcomes, ...(await pluginsOf(patient))];
    },
};

import { accountsOf } from "../../../tools/doctor/accounts.mjs";
import { done } from "../outcome.ts";
import type { Check } from "../situation.ts";
import { fromDoctor } from "./from-doctor.ts";

/** Credentials of another account would deploy there; none at all leaves the rest to look at later. */
export const credentials: Check = {
    name: "credentials",
    async look({ isLocal, patient }) {
        if (isLocal) return [done("the local cloud asks for none")];
        return fromDoctor(await accountsOf(patient), ({ says }) => /^(no credentials|nobody is logged in)/.test(says));
    },
};

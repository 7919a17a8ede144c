import { done, fails, faultsOr, left, type Outcome } from "../outcome.ts";
import type { Check } from "../situation.ts";
import { azureFirst } from "./azure.ts";
import { namedIn } from "./looks.ts";

export const bootstrap: Check = {
    name: "bootstrap",
    async look(situation) {
        const { isLocal, bootstrap: program, account } = situation;
        if (isLocal) return [done("nothing must exist before the local cloud")];
        const wanted = namedIn((await program()).resources);
        const azure = await azureFirst(situation);
        const cloud = await account();
        if (typeof cloud === "string") {
            return [left(`whether ${wanted.length} things are there that come first`, cloud), ...azure];
        }
        const faults: Outcome[] = [];
        for (const one of wanted) {
            if (await one.isThere(cloud)) continue;
            const fix = "Follow infra/bootstrap/README.md, steps 1 to 5.";
            faults.push(fails(`the ${one.kind} ${one.name}`, "is not there", fix));
        }
        return faultsOr([...faults, ...azure], `${wanted.length} things of infra/bootstrap are there`);
    },
};

import { done, fails, faultsOr, left } from "../outcome.ts";
import type { Check } from "../situation.ts";
import { namedIn } from "./looks.ts";

export const bootstrap: Check = {
    name: "bootstrap",
    async look({ isLocal, bootstrap: program, account }) {
        if (isLocal) return [done("nothing must exist before the local cloud")];
        const wanted = namedIn((await program()).resources);
        const cloud = await account();
        if (typeof cloud === "string")
            return [left(`whether ${wanted.length} things are there that come first`, cloud)];
        const faults = [];
        for (const one of wanted) {
            if (await one.isThere(cloud)) continue;
            faults.push(
                fails(`the ${one.kind} ${one.name}`, "is not there", "Follow infra/bootstrap/README.md, steps 1 to 5."),
            );
        }
        const azure = left(
            "whether the group of the pipelines' identities is there on Azure",
            "$ az group show --name compliance-platform-delivery",
        );
        return faultsOr([...faults, azure], `${wanted.length} things of infra/bootstrap are there`);
    },
};

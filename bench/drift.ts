import { join } from "node:path";
import { paths } from "../tools/paths.mjs";
import { localStackTimes } from "./drift/local-stack.ts";
import type { Finding } from "./figure.ts";
import { asText, inTurn } from "./in-turn.ts";
import { ours } from "./our-commands.ts";

/** How often the platform is in the stack: about 600 and 2,700 resources. */
const COPIES = [1, 5];

/** A whole look for drift, beside a refresh by the engine alone, which compares nothing and judges nothing. */
export async function benchDrift(): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const copies of COPIES) {
        const stack = await localStackTimes(copies);
        try {
            const history = join(stack.env.COMPLIANCE_LOCAL_DATA ?? "", "history.json");
            const refresh = ["refresh", "--yes", "--skip-preview", "--suppress-progress", "--non-interactive"];
            const costs = await inTurn({
                drift: ours(["operations/drift.ts", "--stack", "local", "--history", history], paths.root, stack.env),
                refresh: { args: ["pulumi", ...refresh, "--stack", "local"], cwd: paths.root, env: stack.engineEnv },
            });
            const size = `${stack.resources.toLocaleString("en")} resources`;
            findings.push(
                {
                    ratio: `\`drift\` beside the engine's bare refresh, ${size}`,
                    value: costs.drift.seconds / costs.refresh.seconds,
                    atMost: 3,
                },
                {
                    what: `\`npm run drift\`, ${size}, and its largest process`,
                    figure: asText(costs.drift),
                    target: "",
                },
                { what: `the engine's bare refresh of them`, figure: asText(costs.refresh), target: "" },
            );
        } finally {
            stack.remove();
        }
    }
    return findings;
}

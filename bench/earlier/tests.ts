import type { Finding } from "../figure.ts";
import { ours } from "../our-commands.ts";
import { costOf } from "../run-command.ts";
import { EARLIER, inCheckouts } from "./checkout.ts";

/** `npm test` as a whole, beside that of an earlier commit: once each, where both are set up. */
export function benchTests(): Promise<Finding[]> {
    return inCheckouts(["HEAD", EARLIER], async (now = "", earlier = "") => {
        for (const root of [now, earlier]) await costOf(ours(["operations/start.ts", "--once"], root));
        const seconds = { now: await tested(now), earlier: await tested(earlier) };
        return [
            { ratio: `\`npm test\` beside that of ${EARLIER}`, value: seconds.now / seconds.earlier, atMost: 0.5 },
            { what: "`npm test`, warm", figure: `${seconds.now.toFixed(0)} s`, target: "" },
            { what: `the same at ${EARLIER}`, figure: `${seconds.earlier.toFixed(0)} s`, target: "" },
        ];
    });
}

async function tested(root: string): Promise<number> {
    return (await costOf(ours(["--mocha"], root))).seconds;
}

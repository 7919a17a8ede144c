import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../figure.ts";
import { ours } from "../our-commands.ts";
import { costOf } from "../run-command.ts";
import { EARLIER, inCheckouts } from "./checkout.ts";

/** What the platform is fed with beside the few minutes that it takes to come up. */
const TRANSACTIONS = 20_000;

/** From the first file to the last verdict in the warehouse, beside an earlier commit, for the same files. */
export async function benchFiles(): Promise<Finding[]> {
    const folder = await mkdtemp(join(tmpdir(), "bench-files-"));
    try {
        await costOf(ours(["samples/generator/main.ts", "--transactions", String(TRANSACTIONS), "--out", folder]));
        return await inCheckouts(["HEAD", EARLIER], async (now = "", earlier = "") => {
            const seconds = { now: await fed(now, folder), earlier: await fed(earlier, folder) };
            const what = `${TRANSACTIONS.toLocaleString("en")} transactions of files, until all are loaded`;
            return [
                { ratio: `${what}, beside ${EARLIER}`, value: seconds.now / seconds.earlier, atMost: 0.4 },
                { what, figure: `${seconds.now.toFixed(0)} s`, target: "" },
                { what: `the same at ${EARLIER}`, figure: `${seconds.earlier.toFixed(0)} s`, target: "" },
            ];
        });
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

/** Seconds that feeding and processing took, without bringing the platform up. */
async function fed(root: string, folder: string): Promise<number> {
    const summary = join(root, "fed.json");
    await costOf(
        ours(["operations/start.ts", "--once", "--samples", join(folder, "transactions"), "--json", summary], root),
    );
    const { seconds } = JSON.parse(await readFile(summary, "utf8")) as { seconds: Record<string, number> };
    return (seconds.feeding ?? 0) + (seconds.processing ?? 0);
}

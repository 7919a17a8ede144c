import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { paths } from "../tools/paths.mjs";
import type { Figure } from "./figure.ts";
import type { UnpackFigures } from "./unpack.ts";

/** `unpack` over a generated file of 1 GB, in a process of its own, so that its memory is its own. */
export async function benchUnpackFigures(): Promise<Figure[]> {
    const program = `import("${join(paths.root, "bench", "unpack.ts")}")
        .then(({ benchUnpack }) => benchUnpack())
        .then((figures) => process.stdout.write(JSON.stringify(figures)))`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--eval", program], {
        cwd: paths.root,
    });
    const { rows, seconds, rowsPerSecond, peakResidentMegabytes }: UnpackFigures = JSON.parse(stdout);
    const read = `${rows.toLocaleString("en")} rows in ${seconds.toFixed(0)} s`;
    const speed = `${Math.round(rowsPerSecond).toLocaleString("en")} rows/s`;
    return [
        {
            what: "`unpack` of a 1 GB file, resident memory",
            figure: `${peakResidentMegabytes.toFixed(0)} MB`,
            target: "under 200 MB",
        },
        { what: `of which ${read}`, figure: speed, target: "" },
    ];
}

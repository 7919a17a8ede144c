import { strFromU8, unzipSync } from "fflate";
import type { Github } from "./api.ts";

/** What a job left behind. */
export interface Artifact {
    readonly id: number;
    readonly name: string;
    readonly size_in_bytes: number;
    readonly expired: boolean;
}

/** A report is at most some pages; somebody's own code may have written anything. */
const LARGEST_ARCHIVE = 20_000_000;
const LARGEST_FILE = 5_000_000;

/** What the jobs of a run left behind, by name. */
export async function artifactsOf(github: Github, run: number): Promise<ReadonlyMap<string, Artifact>> {
    const artifacts = await github.all<Artifact>(`/actions/runs/${run}/artifacts`, "artifacts");
    return new Map(artifacts.filter(({ expired }) => !expired).map((artifact) => [artifact.name, artifact]));
}

/** The text of one file of it; nothing when there is none, or when it is larger than any report. */
export async function fileIn(
    github: Github,
    { id, size_in_bytes }: Artifact,
    wanted: string,
): Promise<string | undefined> {
    if (size_in_bytes > LARGEST_ARCHIVE) return undefined;
    const archive = await github.bytes(`/actions/artifacts/${id}/zip`);
    try {
        const files = unzipSync(archive, {
            filter: ({ name, originalSize }) => name === wanted && originalSize <= LARGEST_FILE,
        });
        const file = files[wanted];
        return file === undefined ? undefined : strFromU8(file);
    } catch {
        // No archive at all: the job then counts as one that left nothing.
        return undefined;
    }
}

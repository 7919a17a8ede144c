import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Properties } from "./value.ts";

/** What the stand-in cloud holds of one resource. Secrets inside keep the engine's mark. */
export interface StoredResource {
    urn: string;
    type: string;
    /** Logical name, the last part of the URN. */
    name: string;
    id: string;
    inputs: Properties;
    outputs: Properties;
    createdAt: string;
    /** URN that its ids and names were made from; another than its own once an alias renamed it. */
    seed: string;
    /** How often this URN was replaced; it makes the names of a replacement differ. */
    generation: number;
}

/**
 * One stack's resources, one JSON file each, so that parallel writes of different resources cannot meet. A file is
 * written beside its place and renamed into it, so that a reader never sees half of one.
 */
export class Store {
    readonly folder: string;

    constructor(root: string, stack: string) {
        if (!/^(?!\.+$)[\w.-]{1,100}$/.test(stack)) throw new Error(`${stack} cannot be the name of a stack`);
        this.folder = join(root, stack);
    }

    async list(): Promise<StoredResource[]> {
        return this.read(() => true);
    }

    /** The resource with this type and id: the one of that URN if there is one, else whichever has the id. */
    async find(type: string, id: string, urn?: string): Promise<StoredResource | undefined> {
        const same = await this.read((file) => file.identity === identityOf(type, id));
        return same.find((resource) => resource.urn === urn) ?? same[0];
    }

    /** All resources of one URN; while it is being replaced there are two. */
    async ofUrn(urn: string): Promise<StoredResource[]> {
        return this.read((file) => file.owner === ownerOf(urn));
    }

    async put(resource: StoredResource): Promise<void> {
        await mkdir(this.folder, { recursive: true, mode: 0o700 });
        const path = join(this.folder, fileName(resource));
        const draft = `${path}.${process.pid}.${drafts++}.tmp`;
        await writeFile(draft, `${JSON.stringify(resource, undefined, 2)}\n`, { mode: 0o600 });
        await rename(draft, path);
    }

    async delete(resource: Pick<StoredResource, "urn" | "type" | "id" | "name">): Promise<void> {
        await rm(join(this.folder, fileName(resource)), { force: true });
    }

    private async read(wanted: (file: FileName) => boolean): Promise<StoredResource[]> {
        const names = (await entries(this.folder)).filter((name) => {
            const file = parseFileName(name);
            return file !== undefined && wanted(file);
        });
        const found = await Promise.all(names.sort().map((name) => readResource(join(this.folder, name))));
        return found.filter((resource) => resource !== undefined);
    }
}

interface FileName {
    identity: string;
    owner: string;
}

let drafts = 0;

/** The readable part is for people; the hashes of type and id, and of the URN, make the name unique. */
function fileName({ urn, type, id, name }: Pick<StoredResource, "urn" | "type" | "id" | "name">): string {
    const readable = `${type.split(":").pop()}-${name}`.replace(/[^\w-]+/g, "-").slice(0, 80);
    return `${readable}.${identityOf(type, id)}.${ownerOf(urn)}.json`;
}

function parseFileName(name: string): FileName | undefined {
    const [, identity, owner, extension, ...rest] = name.split(".");
    if (identity === undefined || owner === undefined || extension !== "json" || rest.length > 0) return undefined;
    return { identity, owner };
}

const identityOf = (type: string, id: string): string => hash(`${type}|${id}`);
const ownerOf = (urn: string): string => hash(urn);

function hash(text: string): string {
    return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

async function entries(folder: string): Promise<string[]> {
    try {
        return await readdir(folder);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
    }
}

/** Undefined when another process deleted the file since it was listed. */
async function readResource(path: string): Promise<StoredResource | undefined> {
    let text: string;
    try {
        text = await readFile(path, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
    }
    try {
        return JSON.parse(text) as StoredResource;
    } catch {
        throw new Error(`${path} is not valid JSON any more: correct it, or remove it to forget that resource`);
    }
}

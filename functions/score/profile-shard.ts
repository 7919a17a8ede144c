import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { End, type Group, Head, type Manifest, Profile } from "./profile.ts";

const decompress = promisify(gunzip);

/** A shard is far smaller; what is larger is none, and must not fill the memory. */
const LARGEST_SHARD = 64 * 1024 * 1024;
const NEW_LINE = 0x0a;

/** The profiles of the accounts of one hash. It stays text until an account is asked for. */
export class ProfileShard {
    readonly generation: string;
    readonly bytes: number;
    readonly #lines: Buffer;
    readonly #groups: Readonly<Record<string, Group>>;

    private constructor(lines: Buffer, { generation, groups }: { generation: string; groups: Record<string, Group> }) {
        this.generation = generation;
        this.#lines = lines;
        this.bytes = lines.length;
        this.#groups = groups;
    }

    /** Fails unless it is this very shard of this generation, whole. */
    static async read(compressed: Uint8Array, { generation }: Manifest, shard: number): Promise<ProfileShard> {
        const lines = await decompress(compressed, { maxOutputLength: LARGEST_SHARD });
        const endOfHead = lines.indexOf(NEW_LINE);
        const head = Head.parse(JSON.parse(lines.subarray(0, endOfHead).toString()));
        if (head.generation !== generation || head.shard !== shard) {
            throw new Error(`is shard ${head.shard} of ${head.generation}, not ${shard} of ${generation}`);
        }
        const last = lines.lastIndexOf(NEW_LINE, lines.length - 2);
        End.parse(JSON.parse(lines.subarray(last + 1).toString()));
        return new ProfileShard(lines, head);
    }

    /** What the account usually does; undefined when it did nothing in the window. */
    profileOf(accountId: string): Profile | undefined {
        // Each line begins with its account; an id has no character that JSON would write in another way.
        const begin = this.#lines.indexOf(`\n{"account":"${accountId}",`);
        if (begin < 0) return undefined;
        const end = this.#lines.indexOf(NEW_LINE, begin + 1);
        return Profile.parse(JSON.parse(this.#lines.subarray(begin + 1, end).toString()));
    }

    /** The account's like; undefined when there are too few of them. */
    groupOf({ group }: Profile): Group | undefined {
        return Object.hasOwn(this.#groups, group) ? this.#groups[group] : undefined;
    }
}

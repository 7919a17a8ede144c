import { rooms } from "../../policies/rules/rooms.ts";

/** The folder for a rule: where most of those lie whose names begin with as many of its words, else one for its first word. */
export function roomFor(name: string): string {
    const words = name.split("-");
    for (let count = words.length - 1; count > 0; count -= 1) {
        const begin = `${words.slice(0, count).join("-")}-`;
        const [room, most] = Object.entries(rooms)
            .map(([folder, rules]) => [folder, rules.filter((rule) => rule.name.startsWith(begin)).length] as const)
            .reduce((best, other) => (other[1] > best[1] ? other : best), ["", 0] as const);
        if (most > 0) return room;
    }
    return words[0] ?? name;
}

export const isRoom = (folder: string): boolean => Object.hasOwn(rooms, folder);

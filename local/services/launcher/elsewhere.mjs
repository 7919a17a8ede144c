/**
 * Read into each function before its own code: addresses of another cloud that answer on the loopback here. The functions
 * themselves know the real ones only, and ask by texts.
 */
const places = Object.entries(JSON.parse(process.env.LOCAL_ELSEWHERE ?? "{}"));
const there = fetch;

/**
 * @param {Parameters<typeof there>[0]} input
 * @param {RequestInit} [init]
 */
function fetchHere(input, init) {
    const url = String(input);
    const [real = "", here = ""] = places.find(([address]) => url.startsWith(address)) ?? [];
    return there(real === "" ? input : here + url.slice(real.length), init);
}

Reflect.set(globalThis, "fetch", fetchHere);

export {};

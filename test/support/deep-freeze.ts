/** Makes a value read-only with all that it holds, so that it can be shared between tests. */
export function deepFreeze<T>(value: T): T {
    if (!(value instanceof Object) || Object.isFrozen(value)) return value;
    Object.freeze(value);
    for (const held of Object.values(value)) deepFreeze(held);
    return value;
}

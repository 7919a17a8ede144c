/** A pattern of a service, most of which are Java's, in the words of JavaScript. */
export function patternForJavaScript(pattern: string): string {
    return whole(pattern)
        .replaceAll("\\A", "^")
        .replace(/\\[Zz]/g, "$")
        .replaceAll("\\p{Print}", "[ -~]")
        .replaceAll("\\p{ASCII}", "[\\x00-\\x7F]")
        .replaceAll("\\p{Alnum}", "[A-Za-z0-9]")
        .replaceAll("\\p{Graph}", "[!-~]");
}

/**
 * Services match the whole text, whatever stands before the first of several ways and behind the last; and also where the
 * pattern says nothing of where it begins.
 */
function whole(pattern: string): string {
    const bounded = pattern.startsWith("^") || pattern.endsWith("$");
    return !bounded || /^\^.*\|.*\$$/.test(pattern) ? `^(?:${pattern})$` : pattern;
}

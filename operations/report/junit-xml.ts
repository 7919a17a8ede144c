/** One test, as JUnit has them: without a kind it passed. */
export interface Case {
    readonly name: string;
    readonly kind?: "failure" | "error" | "skipped";
    readonly message?: string;
    readonly text?: string;
}

export interface Suite {
    readonly name: string;
    /** What its tests are about, such as a stack. */
    readonly about: string;
    /** Seconds. */
    readonly time: number;
    readonly cases: readonly Case[];
}

/** Results of tests in the XML of JUnit, which every pipeline shows. */
export function junitXml(suites: readonly Suite[]): string {
    const told = suites.map(({ name, about, time, cases }) => {
        const count = (kind: Case["kind"]) => cases.filter((one) => one.kind === kind).length;
        const head = {
            name,
            tests: cases.length,
            failures: count("failure"),
            errors: count("error"),
            skipped: count("skipped"),
            time,
        };
        return element("testsuite", head, `\n${cases.map((one) => caseText(about, one)).join("\n")}\n`);
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", {}, `\n${told.join("\n")}\n`)}\n`;
}

function caseText(about: string, { name, kind, message = "", text = "" }: Case): string {
    const inner = kind === undefined ? "" : element(kind, { message }, escaped(text));
    return element("testcase", { name, classname: about }, inner);
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, inner: string): string {
    const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
    return inner === "" ? `<${name}${told.join("")}/>` : `<${name}${told.join("")}>${inner}</${name}>`;
}

/** What XML 1.0 has no place for is left out. */
function escaped(text: string): string {
    return text
        .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/"/g, "&quot;")
        .replace(/\r/g, "&#13;")
        .replace(/\n/g, "&#10;");
}

/** Text that is HTML already, so that everything else is escaped. */
export class Html {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

type Part = string | number | Html | readonly Html[];

/** HTML in which whatever is put in is text, unless it was made by this function itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
    return new Html(strings.map((string, index) => `${string}${shown(parts[index])}`).join(""));
}

export const NOTHING = new Html("");

function shown(part: Part | undefined): string {
    if (part === undefined) return "";
    if (part instanceof Html) return part.text;
    if (typeof part === "object") return part.map(({ text }) => text).join("");
    return String(part).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

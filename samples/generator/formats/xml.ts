/** A piece of XML: an element with what it holds, attributes first. Absent children are left out. */
export interface Element {
    name: string;
    attributes: Readonly<Record<string, string>>;
    content: string | readonly Element[];
}

export type Children = readonly (Element | undefined)[];

export function element(name: string, content: string | Children, attributes: Element["attributes"] = {}): Element {
    return {
        name,
        attributes,
        content: typeof content === "string" ? content : content.filter((child) => child !== undefined),
    };
}

/** Indented text of the element, every name under the prefix (`pacs:` or nothing). */
export function xmlText({ name, attributes, content }: Element, prefix: string, indent = ""): string {
    const tag = prefix + name;
    const attributeText = Object.entries(attributes)
        .map(([key, value]) => ` ${key}="${escaped(value)}"`)
        .join("");
    const open = `${indent}<${tag}${attributeText}>`;
    if (typeof content === "string") return `${open}${escaped(content)}</${tag}>\n`;
    return `${open}\n${content.map((child) => xmlText(child, prefix, `${indent} `)).join("")}${indent}</${tag}>\n`;
}

function escaped(text: string): string {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

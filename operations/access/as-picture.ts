import type { Access } from "../../policies/access/access-to.ts";

/** The answer as a flowchart of Mermaid, which GitHub and editors draw: who on the left, what on the right. */
export function asPicture(access: readonly Access[]): string {
    const ids = new Map<string, string>();
    const id = (name: string) => {
        const known = ids.get(name) ?? `n${ids.size}`;
        ids.set(name, known);
        return known;
    };
    const edges = new Map<string, Set<string>>();
    for (const { what, who, may, path } of access) {
        // Roles that everybody of the program has one of say nothing; who is become on the way does.
        const steps = [who, ...path.filter((step) => /^(identity|token)/.test(step)), what];
        steps.slice(1).forEach((step, index) => {
            const edge = `${id(steps[index] ?? "")} ${id(step)}`;
            const labels = edges.get(edge) ?? new Set();
            labels.add(step === what ? may : "becomes");
            edges.set(edge, labels);
        });
    }
    const nodes = [...ids].map(([name, one]) => `    ${one}["${name.replaceAll('"', "'")}"]`);
    const lines = [...edges].map(([edge, labels]) => {
        const [from, to] = edge.split(" ");
        return `    ${from} -- "${[...labels].join(", ")}" --> ${to}`;
    });
    return ["flowchart LR", ...nodes, ...lines, ""].join("\n");
}

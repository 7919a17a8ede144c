/** A table of texts for a terminal; columns of numbers stand to the right. */
export function table(columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string {
    const shown = rows.map((row) => columns.map((_, index) => row[index] ?? ""));
    const widths = columns.map((column, index) =>
        Math.max(...[column, ...shown.map((row) => row[index] ?? "")].map(length)),
    );
    const numeric = columns.map((_, index) => shown.every((row) => /^(-?[\d.]+)?$/.test(row[index] ?? "")));
    const line = (cells: readonly string[]) =>
        cells
            .map((cell, index) => {
                const width = widths[index] ?? 0;
                return numeric[index] ? cell.padStart(width) : cell.padEnd(width);
            })
            .join("  ")
            .trimEnd();
    const rule = widths.map((width) => "─".repeat(width));
    return `${[columns, rule, ...shown].map(line).join("\n")}\n`;
}

const length = (text: string): number => text.length;

import type { DimensionField } from "@aws-sdk/client-quicksight";
import type { Row } from "../../../local/services/quicksight/copies.ts";

/** What stands in place of a value that is absent. */
const ABSENT = "null";

/** The value by which a row is grouped; a time is cut to its day or hour. */
export function groupedBy(field: DimensionField): (row: Row) => string {
    const { CategoricalDimensionField: category, DateDimensionField: date } = field;
    if (category?.Column?.ColumnName !== undefined) {
        const name = category.Column.ColumnName;
        return (row) => String(row[name] ?? ABSENT);
    }
    if (date?.Column?.ColumnName !== undefined) {
        const name = date.Column.ColumnName;
        const cut = CUTS[date.DateGranularity ?? ""];
        if (cut === undefined) throw new Error(`Times by ${date.DateGranularity} are not drawn here.`);
        return (row) => (row[name] === undefined ? ABSENT : cut(String(row[name])));
    }
    throw new Error(`A dimension of this kind is not drawn here: ${Object.keys(field).join(", ")}.`);
}

/** Times come as `YYYY-MM-DD hh:mm:ss`, in UTC. */
const CUTS: Readonly<Record<string, (time: string) => string>> = {
    DAY: (time) => time.slice(0, 10),
    HOUR: (time) => `${time.slice(0, 13).replace("T", " ")}:00`,
};

import type { Row } from "../../../local/services/quicksight/copies.ts";

/** Gives the rows of a data set that a sheet shows. */
export type RowsOf = (dataSet: string) => readonly Row[];

/** The folders whose coverage is measured; their tests are in the folders of the same name below `test`. */
export const MEASURED = ["contract", "functions", "model"];

import type { NumberFormatConfiguration } from "@aws-sdk/client-quicksight";

/** A number as the format of its field says. Nothing to count is said in the format's own words. */
export function written(value: number | undefined, format: NumberFormatConfiguration | undefined): string {
    const { NumberDisplayFormatConfiguration: number, PercentageDisplayFormatConfiguration: percent } =
        format?.FormatConfiguration ?? {};
    const chosen = number ?? percent;
    if (value === undefined) return chosen?.NullValueFormatConfiguration?.NullString ?? "null";
    const places = chosen?.DecimalPlacesConfiguration?.DecimalPlaces;
    const text = new Intl.NumberFormat("en", {
        useGrouping: number?.SeparatorConfiguration?.ThousandsSeparator?.Visibility === "VISIBLE",
        ...(percent && { style: "percent" }),
        ...(places !== undefined && { minimumFractionDigits: places, maximumFractionDigits: places }),
    }).format(value);
    return `${chosen?.Prefix ?? ""}${text}${chosen?.Suffix ?? ""}`;
}

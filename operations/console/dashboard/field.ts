import type { DimensionField, MeasureField } from "@aws-sdk/client-quicksight";

/** What every kind of field has. */
function only(field: DimensionField | MeasureField) {
    const [one = {}] = Object.values(field) as { FieldId?: string; Column?: { DataSetIdentifier?: string } }[];
    return one;
}

export function idOf(field: DimensionField | MeasureField): string {
    return only(field).FieldId ?? "";
}

export function dataSetOf(field: DimensionField | MeasureField): string {
    return only(field).Column?.DataSetIdentifier ?? "";
}

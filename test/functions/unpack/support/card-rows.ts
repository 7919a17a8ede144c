export const CARD = "4111111111111111";
export const COLUMNS =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time,entry_mode,device_id";
export const GOOD = {
    transaction_id: "t1",
    card_number: CARD,
    account_id: "acc-1",
    merchant_id: "mer-1",
    merchant_category_code: "5411",
    merchant_country: "FR",
    amount: "12.50",
    currency: "EUR",
    transaction_time: "2025-03-01T10:00:00+02:00",
    entry_mode: "chip",
    device_id: "",
};

export function row(fields: Partial<typeof GOOD> = {}, delimiter = ","): string {
    return Object.values({ ...GOOD, ...fields }).join(delimiter);
}

export const COLUMNS =
    "transaction_id,card_number,account_id,merchant_id,merchant_category_code,merchant_country,amount,currency,transaction_time";

interface Parts {
    amount?: string;
    currency?: string;
    merchant?: string;
}

/** A row of a card network's file. */
export function cardRow(id: string, { amount = "1.50", currency = "EUR", merchant = "m1" }: Parts = {}): string {
    return `${id},4111111111111111,a1,${merchant},5411,FR,${amount},${currency},2025-03-01T10:00:00Z`;
}

/** Three rows, of which the second has no amount that is one. */
export function cardFile(lineEnd = "\n"): string {
    return [COLUMNS, cardRow("t1"), cardRow("t2", { amount: "x" }), cardRow("t3"), ""].join(lineEnd);
}

/** A line of the core banking system; the amount is JSON as written. */
export function bankingLine(id: string, { amount = "1.5", currency = "EUR" }: Parts = {}): string {
    return `{"reference":"${id}","accountId":"a","counterpartyAccount":"b","amount":${amount},"currency":"${currency}","bookedAt":"2025-03-01T10:00:00Z","channel":"wire","country":"FR"}`;
}

/** A credit transfer of a pacs.008 message. */
export function transfer(id: string, { amount = "1.50", currency = "EUR" }: Parts = {}): string {
    return `<CdtTrfTxInf><PmtId><TxId>${id}</TxId></PmtId><IntrBkSttlmAmt Ccy="${currency}">${amount}</IntrBkSttlmAmt><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct><CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct></CdtTrfTxInf>`;
}

export function pacs(transfers: string, before = ""): string {
    return `<?xml version="1.0" encoding="UTF-8"?>${before}<Document><FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId><CreDtTm>2025-03-01T10:00:00Z</CreDtTm></GrpHdr>${transfers}</FIToFICstmrCdtTrf></Document>`;
}

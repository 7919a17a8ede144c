/**
 * ISO 4217, grouped by decimals of the minor unit. Metals, bond units, test and no-currency codes have no minor unit and
 * are left out. Codes withdrawn since 2022 (ANG, BGN, CUC, HRK, SLL, ZWL) stay, because late files still carry them.
 */
const byDecimals: Readonly<Record<number, string>> = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: [
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF",
        "CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD",
        "HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT",
        "MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD",
        "SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS",
        "VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL",
    ].join(" "),
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
};

/** Decimals of each currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD, 4 for CLF. */
export const MINOR_UNITS: ReadonlyMap<string, number> = new Map(
    Object.entries(byDecimals).flatMap(([decimals, codes]) =>
        codes.split(" ").map((code): [string, number] => [code, Number(decimals)]),
    ),
);

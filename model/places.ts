/**
 * Where each country is: latitude and longitude of its middle in whole degrees, and the kilometres from there to its
 * farthest well-populated edge, generously rounded up. Parts overseas have codes of their own in ISO 3166-1.
 */
const table = `
AD 43 2 100|AE 24 54 350|AF 34 66 800|AG 17 -62 100|AI 18 -63 100|AL 41 20 250|AM 40 45 250|AO -12 18 900
AQ -85 0 4500|AR -36 -65 2200|AS -14 -171 250|AT 47 14 400|AU -26 134 2300|AW 13 -70 100|AX 60 20 150|AZ 40 48 350
BA 44 18 250|BB 13 -60 100|BD 24 90 450|BE 51 4 200|BF 12 -2 500|BG 43 25 350|BH 26 51 100|BI -3 30 200
BJ 10 2 450|BL 18 -63 100|BM 32 -65 100|BN 5 115 150|BO -17 -65 900|BQ 12 -68 700|BR -10 -53 2600|BS 24 -76 600
BT 27 90 250|BV -54 3 100|BW -22 24 600|BY 54 28 450|BZ 17 -89 200|CA 56 -96 3300|CC -12 97 100|CD -3 24 1300
CF 7 21 800|CG -1 15 700|CH 47 8 250|CI 8 -6 500|CK -21 -160 1200|CL -35 -71 2300|CM 6 12 800|CN 35 103 2900
CO 4 -73 1200|CR 10 -84 300|CU 22 -79 700|CV 16 -24 250|CW 12 -69 100|CX -10 106 100|CY 35 33 200|CZ 50 15 350
DE 51 10 550|DJ 12 43 200|DK 56 10 400|DM 15 -61 100|DO 19 -70 300|DZ 28 3 1500|EC -2 -78 1300|EE 59 26 300
EG 27 30 900|EH 24 -13 600|ER 15 39 600|ES 40 -4 2200|ET 9 40 950|FI 64 26 750|FJ -18 178 600|FK -52 -59 250
FM 7 152 1700|FO 62 -7 150|FR 47 2 1100|GA -1 12 450|GB 54 -3 800|GD 12 -62 100|GE 42 43 400|GF 4 -53 350
GG 49 -3 100|GH 8 -1 450|GI 36 -5 100|GL 72 -40 2000|GM 13 -15 300|GN 11 -11 550|GP 16 -62 150|GQ 2 10 700
GR 39 22 600|GS -54 -37 400|GT 16 -90 350|GU 13 145 100|GW 12 -15 250|GY 5 -59 550|HK 22 114 100|HM -53 73 100
HN 15 -87 450|HR 45 16 400|HT 19 -73 250|HU 47 19 350|ID -2 118 2800|IE 53 -8 350|IL 31 35 350|IM 54 -5 100
IN 22 79 2000|IO -6 72 300|IQ 33 44 650|IR 32 54 1300|IS 65 -19 400|IT 43 12 900|JE 49 -2 100|JM 18 -77 200
JO 31 37 350|JP 37 138 1900|KE 0 38 700|KG 41 75 650|KH 13 105 400|KI 1 -170 3400|KM -12 44 250|KN 17 -63 100
KP 40 127 500|KR 36 128 450|KW 29 48 200|KY 19 -81 250|KZ 48 67 1700|LA 18 104 750|LB 34 36 200|LC 14 -61 100
LI 47 10 100|LK 7 81 350|LR 6 -9 400|LS -30 28 200|LT 55 24 300|LU 50 6 100|LV 57 25 350|LY 27 17 1100
MA 32 -6 1300|MC 44 7 100|MD 47 29 300|ME 43 19 200|MF 18 -63 100|MG -19 47 950|MH 8 169 800|MK 42 22 200
ML 17 -4 1300|MM 21 96 1400|MN 47 104 1400|MO 22 114 100|MP 17 146 600|MQ 15 -61 100|MR 20 -11 950|MS 17 -62 100
MT 36 14 100|MU -20 58 700|MV 3 73 600|MW -13 34 550|MX 24 -102 2100|MY 4 109 1300|MZ -18 35 1300|NA -22 17 950
NC -21 165 400|NE 17 9 1100|NF -29 168 100|NG 9 8 900|NI 13 -85 400|NL 52 5 250|NO 65 14 1200|NP 28 84 550
NR -1 167 100|NU -19 -170 100|NZ -41 174 1200|OM 21 57 700|PA 9 -80 450|PE -9 -75 1300|PF -17 -149 1800|PG -7 146 1200
PH 12 123 1100|PK 30 70 1200|PL 52 19 500|PM 47 -56 100|PN -25 -130 600|PR 18 -66 200|PS 32 35 150|PT 39 -8 1800
PW 7 134 500|PY -23 -58 650|QA 25 51 150|RE -21 56 100|RO 46 25 500|RS 44 21 350|RU 60 90 4500|RW -2 30 200
SA 24 45 1300|SB -9 160 1000|SC -5 55 1200|SD 15 30 1100|SE 62 16 950|SG 1 104 100|SH -16 -6 2600|SI 46 15 200
SJ 78 18 1200|SK 49 20 300|SL 8 -12 250|SM 44 12 100|SN 14 -14 450|SO 5 46 1100|SR 4 -56 350|SS 7 30 750
ST 1 7 200|SV 14 -89 200|SX 18 -63 100|SY 35 38 500|SZ -27 31 150|TC 22 -72 150|TD 15 19 1100|TF -49 69 2600
TG 8 1 400|TH 15 101 1100|TJ 39 71 500|TK -9 -172 200|TL -9 126 250|TM 39 59 800|TN 34 10 600|TO -20 -175 600
TR 39 35 900|TT 11 -61 200|TV -8 178 500|TW 24 121 350|TZ -6 35 850|UA 49 32 900|UG 1 32 450|UM 15 -170 4000
US 39 -98 2600|UY -33 -56 400|UZ 41 64 1000|VA 42 12 100|VC 13 -61 150|VE 7 -66 1000|VG 18 -65 150|VI 18 -65 150
VN 16 107 1100|VU -16 167 700|WF -14 -177 250|WS -14 -172 150|XK 43 21 150|YE 16 47 900|YT -13 45 100|ZA -29 25 1000
ZM -14 27 900|ZW -19 30 550
`;

interface Place {
    latitude: number;
    longitude: number;
    reachKm: number;
}

export const PLACES: ReadonlyMap<string, Place> = new Map(
    [...table.matchAll(/([A-Z]{2}) (-?\d+) (-?\d+) (\d+)/g)].map(([, code = "", latitude, longitude, reach]) => [
        code,
        { latitude: Number(latitude), longitude: Number(longitude), reachKm: Number(reach) },
    ]),
);

const EARTH_RADIUS_KM = 6371;

/** Kilometres that lie between two countries wherever in them one is; 0 for neighbours and countries not listed. */
export function kmBetween(one: string, other: string): number {
    const [from, to] = [PLACES.get(one), PLACES.get(other)];
    if (from === undefined || to === undefined || one === other) return 0;
    return Math.max(0, Math.floor(middleToMiddle(from, to)) - from.reachKm - to.reachKm);
}

function middleToMiddle(from: Place, to: Place): number {
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    const across = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
    const along = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
    const cosines = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(across + cosines * along)));
}

/**
 * What Redshift says and PostgreSQL does not, each with what means the same here. Where rows lie, how they are sorted and
 * packed changes no result; SUPER is JSON.
 */
const TRANSLATIONS: readonly [RegExp, string][] = [
    [/\bENCODE \w+/g, ""],
    [/\bDISTSTYLE (ALL|EVEN|KEY)\b/g, ""],
    [/\bDISTKEY \(\w+\)/g, ""],
    [/\b(COMPOUND )?SORTKEY \([\w, ]+\)/g, ""],
    [/\bSUPER\b/g, "JSONB"],
    [/\bNOCREATEUSER\b/g, "NOSUPERUSER"],
    [/\bPASSWORD DISABLE\b/g, "PASSWORD NULL"],
    [/\bSYSDATE\b/g, "(clock_timestamp() AT TIME ZONE 'UTC')"],
    [/\bjson_extract_path_text\(json_serialize\(([\w.]+)\)/g, "jsonb_extract_path_text($1"],
    [/\bDATEDIFF\(millisecond, (\w+), (\w+)\)/g, "(extract(epoch FROM ($2 - $1)) * 1000)"],
    [/\bSTRTOL\(LEFT\(MD5\((\w+)\), 8\), 16\)/g, "('x' || left(md5($1), 8))::BIT(32)::BIGINT"],
    // Redshift unnests by naming the array in FROM.
    [
        /\bstage\.reasons AS reason\b/g,
        "jsonb_to_recordset(stage.reasons) AS reason (code TEXT, text TEXT, points INTEGER)",
    ],
];

/** What Redshift has besides, where everybody finds it, whatever he may use. */
export const PRELUDE = `
    CREATE FUNCTION pg_catalog.json_parse(value TEXT) RETURNS JSONB LANGUAGE sql AS 'SELECT value::JSONB';
`;

/** A statement of Redshift as PostgreSQL takes it. Quoted text stays as it is, and so do comments, with their apostrophes. */
export function translated(statement: string): string {
    return statement
        .split(/('(?:[^']|'')*'|--.*)/)
        .map((part, index) =>
            index % 2 === 1 ? part : TRANSLATIONS.reduce((text, [from, to]) => text.replace(from, to), part),
        )
        .join("");
}

/** A table over objects of JSON lines: Athena's name and type of each member, which Hive wants in lower case. */
export interface TableShape {
    description: string;
    /** What lies before the table's objects in its bucket: empty, or a folder with its slash. */
    prefix: string;
    columns: Readonly<Record<string, string>>;
    /** The folder of a day: `date=YYYY-MM-DD`. */
    byDate?: true;
}

const REASONS = "array<struct<code:string,text:string,points:int>>";
const FEATURES = [
    "eurocents:bigint",
    "hour:int",
    "earlierinday:int",
    "nearlimitcount:int",
    "nearlimitsum:bigint",
    "smallcardpayments:int",
    "otherdevices:int",
    "payees:int",
    "travelkmh:int",
    "intenminutes:int",
    "inhour:int",
    "centsinhour:bigint",
    "centsinday:bigint",
    "transfercentsinday:bigint",
    "cashcentsinday:bigint",
    "countriesinday:int",
    "counterpartiesinday:int",
    "merchantsinhour:int",
    "devicesinday:int",
].join(",");

/** What Azure's sets said of a transaction, the run of each, and which of them could not be relied upon. */
const SUPPLEMENT = `struct<${[
    "rating:string",
    "lists:array<string>",
    "exposed:string",
    "device:string",
    // The names of the sets have dashes, which no member of a struct may have.
    "runs:map<string,string>",
    "doubts:array<struct<set:string,doubt:string>>",
].join(",")}>`;

/** What `functions/` writes and Athena reads; a test compares each with what is really written. */
export const TABLES = {
    transactions: {
        description: "Each transaction with its verdict. One id may have several rows: the greatest revision holds.",
        prefix: "transactions/",
        byDate: true,
        columns: {
            id: "string",
            source: "string",
            accountid: "string",
            counterpartyid: "string",
            amountminor: "bigint",
            currency: "string",
            occurredat: "string",
            channel: "string",
            country: "string",
            merchantcategory: "string",
            cardtoken: "string",
            deviceid: "string",
            score: "double",
            verdict: "string",
            scoredby: "string",
            reasons: REASONS,
            profile: "struct<generation:string,timesusual:double,timespeers:double>",
            supplementary: SUPPLEMENT,
            revision: "int",
            features: `struct<${FEATURES}>`,
            receivedat: "string",
            scoredat: "string",
            origin: "string",
        },
    },
    manifests: {
        description: "What each received file held and what became of it.",
        prefix: "",
        columns: {
            file: "string",
            source: "string",
            format: "string",
            versionid: "string",
            rows: "bigint",
            sent: "bigint",
            quarantined: "bigint",
            fault: "struct<reason:string,detail:string>",
            sha256: "string",
            startedat: "string",
            finishedat: "string",
        },
    },
    quarantine: {
        description: "Each refused row, message or file, masked. A retry may write one twice: count distinct origins.",
        prefix: "rows/",
        columns: {
            origin: "string",
            source: "string",
            reason: "string",
            detail: "string",
            field: "string",
            content: "string",
            at: "string",
        },
    },
    parked: {
        description: "Each message that no function could handle, with the cause.",
        prefix: "",
        columns: {
            queue: "string",
            sourcequeuearn: "string",
            messageid: "string",
            body: "string",
            attributes: "map<string,struct<datatype:string,stringvalue:string,binaryvalue:string>>",
            receivecount: "int",
            firstsentat: "string",
            cause: "string",
            notreplayable: "string",
            parkedat: "string",
        },
    },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof TABLES;

/** Policies that nobody wrote in earnest, with what is said of each. */
export const HOSTILE: readonly { title: string; text: string; fault: string }[] = [
    { title: "what is no JSON", text: "{", fault: "is no JSON object" },
    { title: "a list", text: "[]", fault: "is no JSON object" },
    { title: "a number", text: "7", fault: "is no JSON object" },
    { title: "null", text: "null", fault: "is no JSON object" },
    { title: "a text of 6,000 characters", text: `"${"x".repeat(6000)}"`, fault: "is no JSON object" },
    { title: "a number for the statements", text: '{"Statement":7}', fault: "has in Statement no statement" },
    { title: "a null statement", text: '{"Statement":[null]}', fault: "has in Statement[0] no statement" },
    { title: "a list for a statement", text: '{"Statement":[[]]}', fault: "has in Statement[0] no statement" },
    {
        title: "statements nested 50 deep",
        text: `${'{"Statement":['.repeat(50)}${"]}".repeat(50)}`,
        fault: "has in Statement[0] Statement, which no statement has",
    },
    {
        title: "lists nested 50 deep",
        text: `{"Statement":[{"Effect":"Allow","Principal":"*","Action":${"[".repeat(50)}"*"${"]".repeat(50)}}]}`,
        fault: "has in Statement[0] an Action that is no text",
    },
    {
        title: "a principal nested 50 deep",
        text: `{"Statement":[{"Effect":"Allow","Principal":${'{"AWS":'.repeat(50)}"*"${"}".repeat(50)},"Action":"s3:*"}]}`,
        fault: "has in Statement[0] a Principal that names nobody",
    },
    {
        title: "a condition that is a list",
        text: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Condition":[{"a":1}]}]}',
        fault: "has in Statement[0] a Condition that is no object",
    },
    {
        title: "a condition that is empty within",
        text: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Condition":{"StringEquals":{"a":null}}}]}',
        fault: "has in Statement[0] a Condition whose StringEquals compares nothing",
    },
    {
        title: "a key of 6,000 characters",
        text: `{"Statement":[{"Effect":"Allow","${"K".repeat(6000)}":"*"}]}`,
        fault: `has in Statement[0] ${"K".repeat(279)}…`,
    },
    {
        title: "what is longer than any policy",
        text: `{"Statement":[${'{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"},'.repeat(2000)}{}]}`,
        fault: "is longer than 32768 characters",
    },
];

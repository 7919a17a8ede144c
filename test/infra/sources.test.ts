import assert from "node:assert/strict";
import { conventionsOf } from "../../functions/unpack/conventions.ts";
import { collected, conventions, Sources } from "../../infra/sources.ts";
import { faultsIn, tell } from "../../stacks/fault.ts";
import { theSources } from "../support/infra-parts.ts";

const [s3, https] = theSources;
const told = (sources: unknown) => faultsIn(Sources, sources).map(tell);

describe("the sources of files", () => {
    it("are buckets of partners and files behind addresses, or none", () => {
        assert.deepEqual(told(theSources), []);
        assert.deepEqual(told([]), []);
        assert.deepEqual(told([{ ...s3, prefix: "year=2026/", decimalMark: ",", timeZone: "Europe/Berlin" }]), []);
        assert.deepEqual(told([{ kind: "delivered", name: "south", landsIn: "card-network" }]), []);
    });

    const cases: [unknown, RegExp][] = [
        [{ ...s3, name: "Card Scheme" }, /name is "Card Scheme"; it must be lower-case words joined by dashes$/],
        [{ ...s3, landsIn: "cards" }, /landsIn is "cards"; it must be one of card-network, core-banking, iso20022$/],
        [{ ...s3, bucket: "A" }, /bucket is "A"; it must be the name of a bucket$/],
        [{ ...s3, prefix: "a b" }, /prefix is "a b"; it must be the begin of keys/],
        [{ ...s3, region: "Dublin" }, /region is "Dublin"; it must be an AWS region such as eu-west-1$/],
        [{ ...s3, roleArn: "reader" }, /roleArn is "reader"; it must be the ARN of the partner's role$/],
        [{ ...https, url: "http://hub.example/x.xml" }, /url is .*; it must be an https address without user/],
        [{ ...https, url: "https://me:secret@hub.example/x" }, /url is .*; it must be an https address without user/],
        [{ ...https, decimalMark: ";" }, /decimalMark is ";"; it must be "." or ","$/],
        [{ ...https, timeZone: "Mars/Olympus" }, /timeZone is "Mars\/Olympus"; it must be the name of a time zone/],
        [{ ...https, kind: "ftp" }, /it must be a source of kind s3, https or delivered$/],
        [{ ...https, token: "x" }, /token is "x"; it must be left out: there is no such field$/],
    ];
    for (const [wrong, message] of cases) {
        it(`are refused when ${message.source.slice(0, 40)}…`, () => {
            const [first = "", ...others] = told([wrong]);
            assert.match(first, message);
            assert.deepEqual(others, []);
        });
    }

    it("say what unpack must know, below the folder of each", () => {
        const delivered = {
            kind: "delivered",
            name: "south",
            landsIn: "card-network",
            timeZone: "Europe/Rome",
        } as const;
        const sources = Sources.parse([...theSources, { ...s3, name: "north", decimalMark: "." }, delivered]);
        assert.deepEqual(conventions(sources), [
            { prefix: "card-network/north/", decimalMark: "." },
            { prefix: "card-network/south/", timeZone: "Europe/Rome" },
        ]);
        assert.deepEqual(
            conventionsOf(JSON.stringify(conventions(sources)))("card-network/north/a.csv").decimalMark,
            ".",
        );
        assert.deepEqual(
            collected(sources).map(({ name }) => name),
            ["card-scheme", "hub", "north"],
        );
    });

    it("have different names, and fit into the environment of a function", () => {
        assert.match(told([https, https])[0] ?? "", /it must be a list of sources, each with its own name/);
        const many = Array.from({ length: 40 }, (_, index) => ({ ...https, name: `source-${index}` }));
        assert.match(told(many)[0] ?? "", /it must be a list of at most 3000 characters in all$/);
    });
});

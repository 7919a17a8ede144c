import type { Random } from "./random.ts";

const given =
    "Ada Bram Carla Dario Elif Fenna Goran Hanae Ines Jonas Kaya Luca Mona Nils Orla Pavel Rosa Sami Tove Yuki";
const familyStart = "Al Bre Cor Dun Esk Fal Gra Hol Ist Kel Lor Mar Nor Ost Pel Ros Sten Tal Ul Ver";
const familyEnd = "ander brink dale fort gard hoven lund mont nova quist rano stein tola vera wick";
const trades = "Bakery Cleaning Logistics Joinery Media Oil&Gas Optics Print Roofing Software Textiles Travel Water";

const words = (list: string): string[] => list.split(" ");

/** People and firms whose names were put together from syllables: nobody is meant. */
export const personName = (random: Random): string => `${random.pick(words(given))} ${familyName(random)}`;

export const firmName = (random: Random): string => `${familyName(random)} ${random.pick(words(trades))}`;

function familyName(random: Random): string {
    return random.pick(words(familyStart)) + random.pick(words(familyEnd));
}

// Towns around the three stores with postal codes that exist, and parts to make street names of. A person's street and
// number are put together here: no address list was used, and nobody is meant.
import { weights } from "../chance.rules.ts";

export type StoreId = "malmo" | "goteborg" | "kobenhavn";
export type Town = {
  readonly name: string;
  readonly country: "SE" | "DK";
  readonly weight: number;
  readonly codes: readonly string[];
  /** The store they can reach; none: they buy by post. */
  readonly store: StoreId | undefined;
  /** How they get there. */
  readonly ride: string;
};

const town = (line: string): Town => {
  const [name = "", country, weight, codes = "", store, ride = ""] = line
    .split("|")
    .map((part) => part.trim());
  return {
    name,
    country: country === "DK" ? "DK" : "SE",
    weight: Number(weight),
    codes: codes.split(","),
    store: store === "" ? undefined : (store as StoreId),
    ride,
  };
};

/** name | country | weight | postal codes | store | what they ride */
export const towns: readonly Town[] = `
Malmö|SE|26|211 20,212 14,214 25,215 32,216 11,217 44,218 31|malmo|bus
Lund|SE|8|222 21,223 50,226 47,227 36|malmo|train
Trelleborg|SE|3|231 41,231 62|malmo|bus
Helsingborg|SE|4|252 20,254 43,256 55|malmo|train
Ystad|SE|2|271 31,271 50|malmo|train
Göteborg|SE|24|411 18,413 04,414 51,416 55,417 04,421 31,426 71|goteborg|tram
Mölndal|SE|5|431 30,431 63|goteborg|tram
Kungsbacka|SE|4|434 30,434 93|goteborg|train
Borås|SE|3|503 30,506 30|goteborg|train
Varberg|SE|2|432 41,432 95|goteborg|train
Stockholm|SE|7|113 30,116 62,118 47,121 31,168 50||metro
Uppsala|SE|3|752 28,754 40||bus
Jönköping|SE|2|553 16,556 28||bus
Umeå|SE|1|903 27,907 36||bus
København|DK|24|1620,1799,2100,2200,2300,2450,2500|kobenhavn|metro
Frederiksberg|DK|6|2000|kobenhavn|metro
Hellerup|DK|3|2900|kobenhavn|S-train
Kongens Lyngby|DK|3|2800|kobenhavn|S-train
Roskilde|DK|3|4000|kobenhavn|train
Køge|DK|2|4600|kobenhavn|S-train
Aarhus|DK|4|8000,8200,8210||light rail
Odense|DK|3|5000,5230||tram
Aalborg|DK|2|9000,9210||bus`
  .trim()
  .split("\n")
  .map(town);

export const streetFirst = {
  SE: weights(
    "Blåklints Tallkotte Lärk Rönnbärs Hassel Star Vall Kvarn Sjöbods Lind Björk Enbärs Gullvive Ljung Slånbärs Stenmurs Klöver Havre Norrskens Vindspels Fyr Tegel Snickar Segelmakar Repslagar Mosippe Al Ekbacks",
  ),
  DK: weights(
    "Anemone Bøge Solsorte Klit Lyng Hyben Havre Mølle Tegl Rønne Fyr Strandsand Kløver Hassel Lærke Svale Engblomme Sejlmager Reberbane Snedker Pile Elle Krokus Brombær",
  ),
} as const;
export const streetLast = {
  SE: weights("gatan:6 vägen:5 stigen:2 gränd slingan backen"),
  DK: weights("vej:7 gade:4 stræde allé:2 parken haven"),
} as const;

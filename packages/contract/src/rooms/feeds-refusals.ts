// Every "no" of feeds: files in which systems tell of goods.
import type { RefusalLine } from "../refusal.ts";

export const feedRefusals = {
  "feeds.unknown": {
    status: 404,
    en: "There is no such feed. Open the list and choose one.",
    sv: "Flödet finns inte. Öppna listan och välj ett.",
    da: "Feedet findes ikke. Åbn listen, og vælg et.",
  },
  "feeds.name_taken": {
    status: 409,
    en: "Another feed has this name. Choose another.",
    sv: "Ett annat flöde heter så. Välj ett annat namn.",
    da: "Et andet feed hedder sådan. Vælg et andet navn.",
  },
  "feeds.no_columns": {
    status: 400,
    en: "The file names no goods: it needs a column with the sku or article number. Look at its first line.",
    sv: "Filen nämner inga varor: den behöver en kolumn med artikelnummer. Se på första raden.",
    da: "Filen nævner ingen varer: den skal have en kolonne med varenummer. Se på den første linje.",
  },
  "feeds.not_xml": {
    status: 400,
    en: "The file is no whole XML: it breaks off or does not fit together at the line that is named. What came before it was taken; export it again and send it once more.",
    sv: "Filen är inte hel XML: den bryts eller hänger inte ihop vid raden som nämns. Det som stod före togs emot; exportera den igen och skicka den en gång till.",
    da: "Filen er ikke hel XML: den brydes eller hænger ikke sammen ved den nævnte linje. Det, der stod før, er modtaget; eksportér den igen, og send den en gang til.",
  },
  "feeds.not_asked": {
    status: 409,
    en: "This run asks nothing: it goes on, or has ended already.",
    sv: "Den här körningen frågar inget: den pågår, eller är redan klar.",
    da: "Denne kørsel spørger om intet: den er i gang eller er allerede slut.",
  },
  "feeds.busy": {
    status: 409,
    en: "This feed is being read. Wait until it is done, then send the next file.",
    sv: "Det här flödet läses just nu. Vänta tills det är klart och skicka sedan nästa fil.",
    da: "Dette feed bliver læst. Vent, til det er færdigt, og send så den næste fil.",
  },
  "feeds.run_unknown": {
    status: 404,
    en: "There is no such run of a feed. Open the feed and choose one.",
    sv: "Den körningen finns inte. Öppna flödet och välj en.",
    da: "Den kørsel findes ikke. Åbn feedet, og vælg en.",
  },
  "feeds.not_signed": {
    status: 401,
    en: "The signature does not fit, or is too old. Compare the secret of the shop with that of the feed, and both clocks.",
    sv: "Signaturen stämmer inte, eller är för gammal. Jämför butikens hemlighet med flödets, och båda klockorna.",
    da: "Signaturen passer ikke eller er for gammel. Sammenlign butikkens hemmelighed med feedets, og begge ure.",
  },
  "feeds.needs_secret": {
    status: 400,
    en: "Shopify signs with a secret of its own. Copy it from the app or from Settings, Notifications, Webhooks.",
    sv: "Shopify signerar med en egen hemlighet. Kopiera den från appen eller från Inställningar, Aviseringar, Webhooks.",
    da: "Shopify signerer med sin egen hemmelighed. Kopiér den fra appen eller fra Indstillinger, Notifikationer, Webhooks.",
  },
  "feeds.takes_hooks": {
    status: 409,
    en: "This feed hears webhooks. Make one of its own for files.",
    sv: "Det här flödet lyssnar på webhooks. Gör ett eget för filer.",
    da: "Dette feed lytter til webhooks. Lav et for sig til filer.",
  },
  "feeds.no_address": {
    status: 409,
    en: "This feed has no address to fetch from. Enter one, or send a file.",
    sv: "Flödet har ingen adress att hämta från. Lägg in en, eller skicka en fil.",
    da: "Feedet har ingen adresse at hente fra. Læg en ind, eller send en fil.",
  },
  "feeds.row_no_sku": {
    status: 400,
    en: "The row has no sku or article number.",
    sv: "Raden har inget artikelnummer.",
    da: "Rækken har intet varenummer.",
  },
  "feeds.row_nothing": {
    status: 400,
    en: "The row says nothing of the goods: neither a name nor a price nor a number in stock with a location.",
    sv: "Raden säger inget om varan: varken namn, pris eller antal i lager med plats.",
    da: "Rækken siger intet om varen: hverken navn, pris eller antal på lager med sted.",
  },
  "feeds.row_price": {
    status: 400,
    en: "The price cannot be read without doubt. Write it like 1249.00, with its currency if it is not the feed's.",
    sv: "Priset går inte att läsa utan tvivel. Skriv det som 1249.00, med valuta om den inte är flödets.",
    da: "Prisen kan ikke læses uden tvivl. Skriv den som 1249.00, med valuta, hvis den ikke er feedets.",
  },
  "feeds.row_sale": {
    status: 400,
    en: "The dates of the reduction cannot be read. Write them like 2026-11-27T00:00+01:00/2026-12-01T00:00+01:00.",
    sv: "Reans datum går inte att läsa. Skriv dem som 2026-11-27T00:00+01:00/2026-12-01T00:00+01:00.",
    da: "Tilbuddets datoer kan ikke læses. Skriv dem som 2026-11-27T00:00+01:00/2026-12-01T00:00+01:00.",
  },
  "feeds.row_stock": {
    status: 400,
    en: "The number in stock is no whole number.",
    sv: "Antalet i lager är inget heltal.",
    da: "Antallet på lager er ikke et helt tal.",
  },
} as const satisfies Record<string, RefusalLine>;
export type FeedRefusal = keyof typeof feedRefusals;

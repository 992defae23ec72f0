// Why a request is refused whole, why an event waits in the parked list, and what is not found.
import type { RefusalLine } from "../refusal.ts";

export const collectRefusals = {
  "collect.key_unknown": {
    status: 401,
    en: "This key is not one of ours. Copy it from Sources and keys.",
    sv: "Nyckeln är inte en av våra. Kopiera den från Källor och nycklar.",
    da: "Nøglen er ikke en af vores. Kopiér den fra Kilder og nøgler.",
  },
  "collect.origin_foreign": {
    status: 403,
    en: "This key does not accept events from this web address. Add the origin to the key.",
    sv: "Nyckeln tar inte emot händelser från den här webbadressen. Lägg till adressen på nyckeln.",
    da: "Nøglen accepterer ikke hændelser fra denne webadresse. Tilføj adressen til nøglen.",
  },
  "collect.batch_too_long": {
    status: 400,
    en: "A batch holds at most 1,000 events. Nothing was taken; send it in parts.",
    sv: "En sändning rymmer högst 1 000 händelser. Inget togs emot; dela upp den.",
    da: "En sending rummer højst 1.000 hændelser. Intet blev modtaget; del den op.",
  },
  "collect.not_an_object": {
    status: 400,
    en: "Send a JSON object: one event, or `{ batch: [ … ] }`.",
    sv: "Skicka ett JSON-objekt: en händelse, eller `{ batch: [ … ] }`.",
    da: "Send et JSON-objekt: én hændelse eller `{ batch: [ … ] }`.",
  },
  "collect.busy": {
    status: 429,
    en: "More events wait than we can write right now. Send again after the seconds in Retry-After.",
    sv: "Fler händelser väntar än vi hinner skriva just nu. Skicka igen efter sekunderna i Retry-After.",
    da: "Flere hændelser venter, end vi kan nå at skrive. Send igen efter sekunderne i Retry-After.",
  },
} as const satisfies Record<string, RefusalLine>;

/** Why an event waits in the parked list. The status is never sent: the batch itself is answered with 200. */
export const parkedReasons = {
  "event.not_an_object": { status: 400, en: "Not an object.", sv: "Inte ett objekt.", da: "Ikke et objekt." },
  "event.type_unknown": {
    status: 400,
    en: "The type is none of track, page, screen, identify, group, alias.",
    sv: "Typen är ingen av track, page, screen, identify, group, alias.",
    da: "Typen er ingen af track, page, screen, identify, group, alias.",
  },
  "event.nobody": {
    status: 400,
    en: "It carries neither a user id nor a visitor id nor another identifier.",
    sv: "Den bär varken användar-id, besökar-id eller någon annan identifierare.",
    da: "Den har hverken bruger-id, besøgs-id eller anden identifikator.",
  },
  "event.id_bad": {
    status: 400,
    en: "An id is not a text of 1 to 500 characters.",
    sv: "Ett id är inte en text på 1 till 500 tecken.",
    da: "Et id er ikke en tekst på 1 til 500 tegn.",
  },
  "event.message_id_bad": {
    status: 400,
    en: "The message id is not a text of 1 to 200 characters.",
    sv: "Meddelande-id är inte en text på 1 till 200 tecken.",
    da: "Besked-id er ikke en tekst på 1 til 200 tegn.",
  },
  "event.name_bad": {
    status: 400,
    en: "A track event needs a name of 1 to 200 characters.",
    sv: "En track-händelse behöver ett namn på 1 till 200 tecken.",
    da: "En track-hændelse skal have et navn på 1 til 200 tegn.",
  },
  "event.time_bad": {
    status: 400,
    en: "The time is not an ISO 8601 time between 1970 and 2100.",
    sv: "Tiden är inte en ISO 8601-tid mellan 1970 och 2100.",
    da: "Tiden er ikke en ISO 8601-tid mellem 1970 og 2100.",
  },
  "event.field_bad": {
    status: 400,
    en: "Properties, traits and context are objects: `{ … }`.",
    sv: "Properties, traits och context är objekt: `{ … }`.",
    da: "Properties, traits og context er objekter: `{ … }`.",
  },
  "event.from_the_future": {
    status: 400,
    en: "The time lies more than 24 hours ahead. Mend the sender's clock and replay.",
    sv: "Tiden ligger mer än 24 timmar framåt. Rätta avsändarens klocka och spela upp igen.",
    da: "Tiden ligger mere end 24 timer fremme. Ret afsenderens ur, og afspil igen.",
  },
  "facts.not_possible": {
    status: 400,
    en: "This cannot be what it is called: a day of birth is a day that has been, an e-mail address one that mail reaches. It is no fact.",
    sv: "Det här kan inte stämma: en födelsedag är en dag som har varit, en e-postadress en som mejl når. Det blir ingen uppgift.",
    da: "Det kan ikke passe: en fødselsdag er en dag, der har været, en e-mailadresse en, som mail når. Det bliver ingen oplysning.",
  },
  "facts.too_long": {
    status: 400,
    en: "Too long for a fact: a name has at most 100 characters, a value at most 2,000. It stands in the event only.",
    sv: "För lång för en uppgift: ett namn har högst 100 tecken, ett värde högst 2 000. Den står bara i händelsen.",
    da: "For lang til en oplysning: et navn har højst 100 tegn, en værdi højst 2.000. Den står kun i hændelsen.",
  },
  "event.too_large": {
    status: 400,
    en: "The event is over 32 kB.",
    sv: "Händelsen är större än 32 kB.",
    da: "Hændelsen er over 32 kB.",
  },
  "event.too_deep": {
    status: 400,
    en: "The event is nested deeper than 32 levels or has over 2,000 keys.",
    sv: "Händelsen är djupare än 32 nivåer eller har fler än 2 000 nycklar.",
    da: "Hændelsen er dybere end 32 niveauer eller har over 2.000 nøgler.",
  },
  "event.other_body": {
    status: 400,
    en: "The same message id came before with another body. The first one counts.",
    sv: "Samma meddelande-id kom tidigare med annat innehåll. Det första gäller.",
    da: "Samme besked-id kom tidligere med andet indhold. Det første gælder.",
  },
  "event.needs_server_key": {
    status: 400,
    en: "Only a secret server key may ask for this.",
    sv: "Bara en hemlig servernyckel får begära det här.",
    da: "Kun en hemmelig servernøgle må bede om dette.",
  },
  "event.legal_entity_unknown": {
    status: 400,
    en: "It names a legal entity that nobody has entered. Enter it under Settings, or mend the code, and replay.",
    sv: "Den nämner en juridisk person som ingen har lagt in. Lägg in den under Inställningar, eller rätta koden, och spela upp igen.",
    da: "Den nævner en juridisk enhed, som ingen har oprettet. Opret den under Indstillinger, eller ret koden, og afspil igen.",
  },
  "event.card_number": {
    status: 400,
    en: "It carries what looks like a payment card number. We do not keep it; send a token.",
    sv: "Den bär något som ser ut som ett kortnummer. Vi sparar det inte; skicka en token.",
    da: "Den har noget, der ligner et kortnummer. Vi gemmer det ikke; send et token.",
  },
  "event.schema": {
    status: 400,
    en: "It does not follow the schema of its name. Mend the event or the schema and replay.",
    sv: "Den följer inte schemat för sitt namn. Rätta händelsen eller schemat och spela upp igen.",
    da: "Den følger ikke skemaet for sit navn. Ret hændelsen eller skemaet, og afspil igen.",
  },
  "event.money": {
    status: 400,
    en: "An amount has no currency we know. Send `currency` as SEK, DKK, EUR … or give the source one, and replay.",
    sv: "Ett belopp saknar valuta som vi känner. Skicka `currency` som SEK, DKK, EUR … eller ge källan en, och spela upp igen.",
    da: "Et beløb mangler en valuta, vi kender. Send `currency` som SEK, DKK, EUR … eller giv kilden en, og afspil igen.",
  },
  "event.money_text": {
    status: 400,
    en: "The price is text. Send a number, as 1249.00, and replay.",
    sv: "Priset är text. Skicka ett tal, som 1249.00, och spela upp igen.",
    da: "Prisen er tekst. Send et tal, som 1249.00, og afspil igen.",
  },
  "event.unwritable": {
    status: 400,
    en: "The database refused this one event. It waits here with its cause.",
    sv: "Databasen vägrade just den här händelsen. Den väntar här med sin orsak.",
    da: "Databasen afviste netop denne hændelse. Den venter her med sin årsag.",
  },
} as const satisfies Record<string, RefusalLine>;
export type ParkedReason = keyof typeof parkedReasons;

export const eventRefusals = {
  "events.unknown": {
    status: 404,
    en: "No event with this message id. It may still be on its way, or was sent with another key.",
    sv: "Ingen händelse med detta meddelande-id. Den kan vara på väg, eller skickades med en annan nyckel.",
    da: "Ingen hændelse med dette besked-id. Den kan være på vej eller blev sendt med en anden nøgle.",
  },
} as const satisfies Record<string, RefusalLine>;

// The words about permission: channels, kinds of recipient, and every "no".
import type { RefusalLine } from "../refusal.ts";
import { restrictedUse } from "./restriction.ts";
import { wishRefusals } from "./wishes-refusals.ts";

/** Where a permission may hold. `chat` is every direct message, `robot_call` a call that a machine makes. */
export const permissionChannels = [
  "mail",
  "sms",
  "push",
  "chat",
  "robot_call",
  "call",
  "letter",
  "web",
  "app",
  "store",
  "till",
  "device",
] as const;
export type PermissionChannel = (typeof permissionChannels)[number];

export const recipientKinds = ["person", "sole_trader", "company"] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** Whose word something known of a person is. */
export const factOrigins = ["inferred", "stated", "proven", "staff", "person"] as const;
export type FactOrigin = (typeof factOrigins)[number];

export const consentRefusals = {
  ...wishRefusals,
  ...restrictedUse,
  "consent.no_permission": {
    status: 403,
    en: "There is no permission for this purpose, channel and legal entity. Ask for it where the person is.",
    sv: "Det finns inget tillstånd för det här ändamålet, kanalen och den juridiska personen. Fråga där personen är.",
    da: "Der er ingen tilladelse til dette formål, denne kanal og denne juridiske enhed. Spørg, hvor personen er.",
  },
  "consent.withdrawn": {
    status: 403,
    en: "The person has said no since. Only the person can say yes again.",
    sv: "Personen har sagt nej sedan dess. Bara personen själv kan säga ja igen.",
    da: "Personen har sagt nej siden. Kun personen selv kan sige ja igen.",
  },
  "consent.other_circle": {
    status: 403,
    en: "Only legal entities know this person that share no customers with this one. Ask as one of theirs, or record a basis for sharing.",
    sv: "Bara juridiska personer som inte delar kunder med den här känner personen. Fråga som en av dem, eller lägg in en grund för delning.",
    da: "Personen er kun kendt af juridiske enheder, der ikke deler kunder med denne. Spørg som en af dem, eller registrér et grundlag for deling.",
  },
  "consent.not_confirmed": {
    status: 403,
    en: "The permission waits to be confirmed from the address itself.",
    sv: "Tillståndet väntar på att bekräftas från adressen själv.",
    da: "Tilladelsen venter på at blive bekræftet fra adressen selv.",
  },
  "consent.dormant": {
    status: 403,
    en: "The permission has not been used for so long that it sleeps. Ask the person to confirm it on their next visit.",
    sv: "Tillståndet har inte använts på så länge att det vilar. Be personen bekräfta det vid nästa besök.",
    da: "Tilladelsen er ikke brugt så længe, at den hviler. Bed personen bekræfte den ved næste besøg.",
  },
  "consent.evidence_missing": {
    status: 403,
    en: "A yes was noted, but not all that proves it. Ask anew. The details say what is missing.",
    sv: "Ett ja är noterat, men inte allt som styrker det. Fråga på nytt. Detaljerna säger vad som saknas.",
    da: "Et ja er noteret, men ikke alt, der beviser det. Spørg på ny. Detaljerne siger, hvad der mangler.",
  },
  "consent.outside_scope": {
    status: 403,
    en: "The words that the person agreed to do not cover this kind of message. Ask with words that do.",
    sv: "Orden som personen sa ja till omfattar inte den här sortens meddelande. Fråga med ord som gör det.",
    da: "De ord, personen sagde ja til, omfatter ikke denne slags besked. Spørg med ord, der gør.",
  },
  "consent.not_similar": {
    status: 403,
    en: "A purchase lets us write about similar goods only, and these are others. Leave them out, or ask.",
    sv: "Ett köp låter oss bara skriva om liknande varor, och de här är andra. Utelämna dem, eller fråga.",
    da: "Et køb lader os kun skrive om lignende varer, og disse er andre. Udelad dem, eller spørg.",
  },
  "consent.minor": {
    status: 403,
    en: "The person is too young for this. Children get no advertising and are not profiled.",
    sv: "Personen är för ung för det här. Barn får ingen reklam och profileras inte.",
    da: "Personen er for ung til dette. Børn får ingen reklame og profileres ikke.",
  },
  "consent.blocked_purpose": {
    status: 403,
    en: "Conclusions about health, faith, pregnancy or money troubles are never drawn here.",
    sv: "Slutsatser om hälsa, tro, graviditet eller ekonomiska problem dras aldrig här.",
    da: "Slutninger om helbred, tro, graviditet eller økonomiske problemer drages aldrig her.",
  },
  "consent.on_a_list": {
    status: 403,
    en: "The number or address is in the public register of those who want no advertising.",
    sv: "Numret eller adressen finns i det offentliga registret över dem som inte vill ha reklam.",
    da: "Nummeret eller adressen står i det offentlige register over dem, der ikke vil have reklame.",
  },
  "consent.list_old": {
    status: 403,
    en: "The public register that has to be asked is missing or too old. Take in the newest one first.",
    sv: "Det offentliga registret som måste tillfrågas saknas eller är för gammalt. Läs in det nyaste först.",
    da: "Det offentlige register, der skal spørges, mangler eller er for gammelt. Indlæs det nyeste først.",
  },
  "consent.cold_calls_off": {
    status: 403,
    en: "Sales calls without consent are switched off for this country.",
    sv: "Säljsamtal utan samtycke är avstängda för det här landet.",
    da: "Salgsopkald uden samtykke er slået fra for dette land.",
  },
  "consent.no_identifier": {
    status: 403,
    en: "We know no address of the person for this channel.",
    sv: "Vi känner ingen adress till personen för den här kanalen.",
    da: "Vi kender ingen adresse på personen til denne kanal.",
  },
  "consent.purpose_unknown": {
    status: 404,
    en: "There is no such purpose. Without one nothing about a person may be used.",
    sv: "Det finns inget sådant ändamål. Utan ändamål får inget om en person användas.",
    da: "Der er intet sådant formål. Uden et formål må intet om en person bruges.",
  },
  "consent.purpose_exists": {
    status: 409,
    en: "A purpose has this code already. Purposes never change: choose another code.",
    sv: "Ett ändamål har redan den koden. Ändamål ändras aldrig: välj en annan kod.",
    da: "Et formål har allerede den kode. Formål ændres aldrig: vælg en anden kode.",
  },
  "consent.text_silent": {
    status: 400,
    en: "The text does not say that the permission can be taken back. Add a sentence that does.",
    sv: "Texten säger inte att tillståndet kan tas tillbaka. Lägg till en mening som gör det.",
    da: "Teksten siger ikke, at tilladelsen kan trækkes tilbage. Tilføj en sætning, der gør.",
  },
  "consent.text_nameless": {
    status: 400,
    en: "The text does not name every legal entity that it is for. Write their names as registered.",
    sv: "Texten nämner inte alla juridiska personer den gäller. Skriv deras registrerade namn.",
    da: "Teksten nævner ikke alle juridiske enheder, den gælder for. Skriv deres registrerede navne.",
  },
  "consent.text_says_consent": {
    status: 400,
    en: "A notice at a sale is no consent and must not be called one.",
    sv: "En upplysning vid ett köp är inget samtycke och får inte kallas det.",
    da: "En oplysning ved et køb er intet samtykke og må ikke kaldes det.",
  },
  "consent.in_future": {
    status: 400,
    en: "The time of the permission lies ahead of now. Correct the clock or the file.",
    sv: "Tidpunkten för tillståndet ligger framåt i tiden. Rätta klockan eller filen.",
    da: "Tidspunktet for tilladelsen ligger ude i fremtiden. Ret uret eller filen.",
  },
  "consent.before_erasure": {
    status: 409,
    en: "This yes is older than the erasure of the identifier: it counts no more. Ask anew.",
    sv: "Det här jaet är äldre än raderingen av identifieraren: det gäller inte längre. Fråga på nytt.",
    da: "Dette ja er ældre end sletningen af identifikatoren: det gælder ikke længere. Spørg på ny.",
  },
  "consent.incomplete": {
    status: 400,
    en: "A permission needs all of its evidence. The details say what is missing; nothing was stored.",
    sv: "Ett tillstånd behöver alla sina belägg. Detaljerna säger vad som saknas; inget har sparats.",
    da: "En tilladelse kræver alle sine beviser. Detaljerne siger, hvad der mangler; intet er gemt.",
  },
  "consent.list_older": {
    status: 409,
    en: "A newer register is here already. Take in the newest one.",
    sv: "Ett nyare register finns redan här. Läs in det nyaste.",
    da: "Et nyere register er her allerede. Indlæs det nyeste.",
  },
} as const satisfies Record<string, RefusalLine>;
export type ConsentRefusal = keyof typeof consentRefusals;

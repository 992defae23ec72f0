// What a person reads instead of the name of a room and of a table: in a copy, and in the receipt of an erasure. Pure.
import type { Language } from "@somlos/contract";
import { type Dictionary, lookUp } from "./words.rules.ts";

export const roomWords: Dictionary = {
  profiles: ["What we know about you", "Vad vi vet om dig", "Hvad vi ved om dig"],
  events: ["What happened", "Vad som har hänt", "Hvad der er sket"],
  consent: ["What you allowed and refused", "Vad du har tillåtit och nekat", "Hvad du har tilladt og afvist"],
  mail: ["Mails we sent you", "Mejl vi har skickat dig", "Mails, vi har sendt dig"],
  company: [
    "What our companies wrote down",
    "Vad våra bolag har skrivit ner",
    "Hvad vores selskaber har skrevet ned",
  ],
  corner: ["How you signed in", "Hur du har loggat in", "Hvordan du har logget ind"],
  access: [
    "When our staff looked at you",
    "När vår personal har sett på dig",
    "Hvornår vores personale har set på dig",
  ],
  rights: ["What you asked for", "Vad du har bett om", "Hvad du har bedt om"],
  identity: ["How we know you again", "Hur vi känner igen dig", "Hvordan vi genkender dig"],
};

export const tableWords: Dictionary = {
  "profiles.facts": ["Facts about you", "Uppgifter om dig", "Oplysninger om dig"],
  "events.log": ["Events", "Händelser", "Hændelser"],
  "events.bodies": ["Contents of events", "Innehåll i händelser", "Indhold i hændelser"],
  "events.parked": [
    "Events we could not read, which wait",
    "Händelser vi inte kunde läsa, som väntar",
    "Hændelser, vi ikke kunne læse, som venter",
  ],
  "events.import_refusals": [
    "Rows of files that we refused",
    "Rader i filer som vi nekade",
    "Rækker i filer, som vi afviste",
  ],
  "events.imports": ["Files that were brought", "Filer som har lästs in", "Filer, der er indlæst"],
  "events.tapped": ["Trial messages", "Provmeddelanden", "Prøvebeskeder"],
  "events.taps": ["Listening in on a trial", "Avlyssning av prov", "Aflytning af prøver"],
  "events.schemas": ["Samples of events", "Exempel på händelser", "Eksempler på hændelser"],
  "files of imports": ["Files that held your name", "Filer där du nämndes", "Filer, hvor du var nævnt"],
  "consent.entries": [
    "What you said yes and no to",
    "Vad du sagt ja och nej till",
    "Hvad du har sagt ja og nej til",
  ],
  "consent.soft_facts": [
    "What a customer’s mails rest on",
    "Vad utskick till dig som kund vilar på",
    "Hvad beskeder til dig som kunde hviler på",
  ],
  "consent.benefits": [
    "What you were to get for a yes",
    "Vad du skulle få för ett ja",
    "Hvad du skulle få for et ja",
  ],
  "consent.uses": ["When we used your yes", "När vi använde ditt ja", "Hvornår vi brugte dit ja"],
  "consent.dial_acts": [
    "When you want to be recognised",
    "När du vill bli igenkänd",
    "Hvornår du vil genkendes",
  ],
  "consent.dial_visits": [
    "Visits for which you let us know you",
    "Besök då du lät oss känna igen dig",
    "Besøg, hvor du lod os genkende dig",
  ],
  "consent.wish_acts": [
    "How often and when you want to hear from us",
    "Hur ofta och när du vill höra av oss",
    "Hvor ofte og hvornår du vil høre fra os",
  ],
  "consent.codes": [
    "Codes that asked whether a yes was yours",
    "Koder som frågade om ett ja var ditt",
    "Koder, der spurgte, om et ja var dit",
  ],
  "company.sharings": [
    "Why our companies stopped sharing customers",
    "Varför våra bolag slutade dela kunder",
    "Hvorfor vores selskaber holdt op med at dele kunder",
  ],
  "consent.policies": [
    "Why we decided how we follow the law",
    "Varför vi bestämde hur vi följer lagen",
    "Hvorfor vi besluttede, hvordan vi følger loven",
  ],
  "consent.contacts": ["When we contacted you", "När vi hörde av oss till dig", "Hvornår vi kontaktede dig"],
  "consent.heads": [
    "How each answer of yours stands",
    "Hur vart och ett av dina svar står",
    "Hvordan hvert af dine svar står",
  ],
  "consent.seen": ["Where we recognised you", "Var vi kände igen dig", "Hvor vi genkendte dig"],
  "consent.listed": ["Lists of those who said no", "Spärrlistor", "Spærrelister"],
  "kernel.mails": ["Mails", "Mejl", "Mails"],
  "corner.sessions": ["Sign-ins", "Inloggningar", "Logins"],
  "corner.passkeys": ["Passkeys", "Lösennycklar", "Adgangsnøgler"],
  "corner.links": ["Links to sign in with", "Länkar att logga in med", "Links til at logge ind med"],
  "corner.challenges": ["Sign-ins that were begun", "Påbörjade inloggningar", "Påbegyndte logins"],
  "corner.brought": [
    "What you brought from other shops",
    "Det du tagit med dig från andra butiker",
    "Det, du har taget med fra andre butikker",
  ],
  "corner.put_away": ["What you put away", "Det du lagt undan", "Det, du har lagt væk"],
  "access.acts": [
    "Looks and changes by staff",
    "Personalens titt och ändringar",
    "Personalets opslag og ændringer",
  ],
  "rights.requests": ["Requests", "Det du bett om", "Anmodninger"],
  "rights.restrictions": [
    "That your details are only kept",
    "Att dina uppgifter bara sparas",
    "At dine oplysninger kun opbevares",
  ],
  "rights.lifts": [
    "That we may use your details again",
    "Att dina uppgifter får användas igen",
    "At dine oplysninger må bruges igen",
  ],
  "rights.pieces": ["Copies that were made", "Kopior som gjorts", "Kopier, der er lavet"],
  "rights.tombstones": [
    "Codes that keep you erased",
    "Koder som håller dig raderad",
    "Koder, der holder dig slettet",
  ],
  "identity.nodes": ["What we know you by", "Det vi känner igen dig på", "Det, vi genkender dig på"],
  "identity.claims": [
    "Why we think two of these are both you",
    "Varför vi tror att två av dem båda är du",
    "Hvorfor vi tror, at to af dem begge er dig",
  ],
  "identity.rulings": [
    "What our staff decided about who is who",
    "Vad vår personal beslutat om vem som är vem",
    "Hvad vores personale har besluttet om, hvem der er hvem",
  ],
  "identity.household_members": ["Households you are in", "Hushåll du är med i", "Husstande, du er med i"],
  "identity.household_invitations": [
    "Invitations to your household",
    "Inbjudningar till ditt hushåll",
    "Invitationer til din husstand",
  ],
  "identity.household_shares": [
    "What you share in your household",
    "Det du delar i ditt hushåll",
    "Det, du deler i din husstand",
  ],
  "identity.household_log": [
    "What happened in your household",
    "Vad som hänt i ditt hushåll",
    "Hvad der er sket i din husstand",
  ],
  "identity.rule_versions": [
    "Why we changed how we recognise people",
    "Varför vi ändrade hur vi känner igen folk",
    "Hvorfor vi ændrede, hvordan vi genkender folk",
  ],
  "identity.households": ["Households", "Hushåll", "Husstande"],
  "identity.lanes": ["Visits on a device", "Besök på en enhet", "Besøg på en enhed"],
  "identity.marks": ["Sign-ins on a device", "Inloggningar på en enhet", "Logins på en enhed"],
  "identity.streams": ["Threads of your events", "Trådar av dina händelser", "Tråde af dine hændelser"],
  "identity.sightings": [
    "When two were seen together",
    "När två sågs tillsammans",
    "Hvornår to blev set sammen",
  ],
  "identity.pulses": ["Times you were last seen", "När du senast syntes", "Hvornår du sidst blev set"],
  "identity.kept_words": [
    "Notes while people are made anew",
    "Anteckningar under omräkning",
    "Noter under omregning",
  ],
  "identity.kept_ids": [
    "Numbers while people are made anew",
    "Nummer under omräkning",
    "Numre under omregning",
  ],
  "identity.people": ["Your number with us", "Ditt nummer hos oss", "Dit nummer hos os"],
  "identity.ruled_ends": ["Who a decision is about", "Vem ett beslut gäller", "Hvem en beslutning gælder"],
  "identity.ruled_pairs": [
    "Pairs a decision is about",
    "Par som ett beslut gäller",
    "Par, en beslutning gælder",
  ],
  "identity.ruled_values": [
    "Values a decision is about",
    "Värden som ett beslut gäller",
    "Værdier, en beslutning gælder",
  ],
  "identity.watched": ["Values that many share", "Värden som många delar", "Værdier, som mange deler"],
  "identity.protected": [
    "Protection of your details",
    "Skydd av dina uppgifter",
    "Beskyttelse af dine oplysninger",
  ],
  "identity.restricted": [
    "What of yours is only kept",
    "Det av ditt som bara sparas",
    "Det af dit, der kun opbevares",
  ],
  "identity.match_people": ["Comparison with others", "Jämförelse med andra", "Sammenligning med andre"],
  "identity.match_keys": ["Keys for comparison", "Nycklar för jämförelse", "Nøgler til sammenligning"],
  "identity.matches": ["People who may be you", "Personer som kan vara du", "Personer, der kan være dig"],
  "identity.rule_changes": [
    "What new rules would change",
    "Vad nya regler skulle ändra",
    "Hvad nye regler ville ændre",
  ],
};

/** What became of the rows, where they did not all go. */
export const fateWords: Dictionary = {
  cleaned: ["your name taken out", "ditt namn borttaget", "dit navn fjernet"],
  freed: ["no longer tied to you", "inte längre knutna till dig", "ikke længere knyttet til dig"],
  anchors: ["your part taken out", "din del borttagen", "din del fjernet"],
  names: ["your name taken out", "ditt namn borttaget", "dit navn fjernet"],
  reasons: ["the reason taken out", "skälet borttaget", "begrundelsen fjernet"],
};

export const roomSaid = (room: string, language: Language): string | undefined =>
  lookUp(roomWords, room, language);
export const tableSaid = (table: string, language: Language): string | undefined =>
  lookUp(tableWords, table, language);

/** A line of the receipt: "events.log (freed)" is "Events: no longer tied to you". */
export function removedSaid(what: string, language: Language): string | undefined {
  const [, table = what, fate] = /^(.*?)(?: \((\w+)\))?$/.exec(what) ?? [];
  const name = tableSaid(table, language);
  if (fate === undefined || name === undefined) return name;
  const end = lookUp(fateWords, fate, language);
  return end === undefined ? undefined : `${name}: ${end}`;
}

/** What one room removed, as a person reads it: what it held none of is left out. */
export const lineSaid = (
  { room, removed }: { readonly room: string; readonly removed: Readonly<Record<string, number>> },
  language: Language,
) => ({
  ...{ room, title: roomSaid(room, language) ?? room, removed: { ...removed } },
  lines: Object.entries(removed)
    .filter(([, rows]) => rows > 0)
    .map(([what, rows]) => ({ what, rows, sentence: removedSaid(what, language) ?? what })),
});

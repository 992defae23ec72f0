// What a person reads instead of a code, column by column. Pure.
import type { Language } from "@somlos/contract";
import { type Dictionary, lookUp, type Words } from "./words.rules.ts";

const identifierKinds: Dictionary = {
  login: ["login", "inloggning", "login"],
  club_card: ["club card", "klubbkort", "klubkort"],
  email: ["e-mail address", "e-postadress", "e-mailadresse"],
  phone: ["phone number", "telefonnummer", "telefonnummer"],
  distinct_id: ["app", "app", "app"],
  card_token: ["payment card", "betalkort", "betalingskort"],
  receipt: ["receipt", "kvitto", "kvittering"],
  order: ["order", "order", "ordre"],
  device: ["device", "enhet", "enhed"],
  address: ["postal address", "postadress", "postadresse"],
  lane: ["visit on a device", "besök på en enhet", "besøg på en enhed"],
  visitor: ["browser", "webbläsare", "browser"],
  unknown: ["of another kind", "av annat slag", "af anden slags"],
};
const channels: Dictionary = {
  web: ["on the web", "på webben", "på nettet"],
  app: ["in the app", "i appen", "i appen"],
  store: ["in the store", "i butiken", "i butikken"],
  till: ["at the till", "i kassan", "ved kassen"],
  mail: ["mail", "mejl", "mail"],
  sms: ["text message", "sms", "sms"],
  desk: ["customer service", "kundtjänst", "kundeservice"],
  device: ["a thing you own", "en sak du äger", "en ting, du ejer"],
  letter: ["letter", "brev", "brev"],
  social: ["social media", "sociala medier", "sociale medier"],
  call: ["phone call", "telefonsamtal", "telefonopkald"],
  push: ["message in the app", "meddelande i appen", "besked i appen"],
  tablet: ["a tablet in the store", "en surfplatta i butiken", "en tablet i butikken"],
  kiosk: ["a screen in the store", "en skärm i butiken", "en skærm i butikken"],
  chat: ["direct message", "direktmeddelande", "direkte besked"],
  robot_call: ["call by a machine", "samtal från en maskin", "opkald fra en maskine"],
  server: ["our own systems", "våra egna system", "vores egne systemer"],
  import: ["a file of ours", "en fil hos oss", "en fil hos os"],
  unknown: ["not told", "inte sagt", "ikke oplyst"],
};
const setBy: Dictionary = {
  person: ["you", "du", "dig"],
  staff: ["a colleague of ours", "en medarbetare hos oss", "en af vores medarbejdere"],
  system: ["one of our systems", "ett av våra system", "et af vores systemer"],
};
const functions: Dictionary = {
  owner: ["the management", "ledningen", "ledelsen"],
  manager: ["a manager", "en chef", "en leder"],
  marketing: ["marketing", "marknadsavdelningen", "marketing"],
  sales: ["sales", "försäljning", "salg"],
  service: ["customer service", "kundtjänst", "kundeservice"],
  store: ["the store", "butiken", "butikken"],
  it: ["our technicians", "våra tekniker", "vores teknikere"],
  system: ["one of our systems", "ett av våra system", "et af vores systemer"],
};
const acts: Dictionary = {
  people: ["your page", "din sida", "din side"],
  "people.lookup": ["looked you up", "slog upp dig", "slog dig op"],
  "people.lookup_by_query": ["looked you up", "slog upp dig", "slog dig op"],
  "people.open": ["opened your page", "öppnade din sida", "åbnede din side"],
  "people.timeline": ["read what happened", "läste vad som hänt", "læste, hvad der er sket"],
  "people.seen": ["read who has looked", "läste vilka som tittat", "læste, hvem der har set"],
  "people.reason": ["said why", "sa varför", "sagde hvorfor"],
  "people.fact_correct": ["put a fact right", "rättade en uppgift", "rettede en oplysning"],
  "people.fact_take_back": ["took a correction back", "tog tillbaka en rättelse", "tog en rettelse tilbage"],
  "people.protect": ["changed your protection", "ändrade ditt skydd", "ændrede din beskyttelse"],
  "people.households": ["read your households", "läste om dina hushåll", "læste om dine husstande"],
  "people.join": ["decided that two are you", "beslutade att två är du", "besluttede, at to er dig"],
  "people.split": [
    "decided what is not you",
    "beslutade vad som inte är du",
    "besluttede, hvad der ikke er dig",
  ],
  "people.keep_apart": [
    "kept you apart from another",
    "höll isär dig och en annan",
    "holdt dig adskilt fra en anden",
  ],
  "people.undo": ["took a decision back", "tog tillbaka ett beslut", "tog en beslutning tilbage"],
  dial: ["when you want to be recognised", "när du vill bli igenkänd", "hvornår du vil genkendes"],
  wishes: ["how often and when", "hur ofta och när", "hvor ofte og hvornår"],
  consent: ["what you allowed and refused", "vad du tillåtit och nekat", "hvad du har tilladt og afvist"],
  permissions: ["what you allowed and refused", "vad du tillåtit och nekat", "hvad du har tilladt og afvist"],
  rights: ["what you asked for", "vad du bett om", "hvad du har bedt om"],
  restrictions: ["that it is only kept", "att det bara sparas", "at det kun opbevares"],
  "rights.fetch": ["fetched a copy for you", "hämtade en kopia åt dig", "hentede en kopi til dig"],
  mail: ["a mail to you", "ett mejl till dig", "en mail til dig"],
  events: ["an event of yours", "en händelse som är din", "en hændelse, der er din"],
  matches: ["whether another is you", "om en annan är du", "om en anden er dig"],
  identity: ["how we know you", "hur vi känner igen dig", "hvordan vi genkender dig"],
};

/** By column; where it says another thing in one table, by "table column". */
export const valueWords: Readonly<Record<string, Dictionary>> = {
  "identity.nodes kind": identifierKinds,
  "corner.sessions kind": identifierKinds,
  "corner.passkeys kind": identifierKinds,
  "consent.entries kind": identifierKinds,
  "consent.dial_acts kind": identifierKinds,
  "consent.wish_acts kind": identifierKinds,
  "consent.dial_acts kinds": identifierKinds,
  "consent.seen byKind": identifierKinds,
  channel: channels,
  saidIn: channels,
  byKind: setBy,
  function: functions,
  what: acts,
  "identity.household_log what": {
    shown: ["shown to somebody", "visat för någon", "vist til nogen"],
    removed: ["taken out of the household", "uttagen ur hushållet", "taget ud af husstanden"],
  },
  trust: {
    proven: ["proven", "bevisat", "bevist"],
    stated: ["told by a browser", "sagt av en webbläsare", "sagt af en browser"],
  },
  origin: {
    person: ["you said so yourself", "du sa det själv", "du sagde det selv"],
    staff: ["a colleague wrote it down", "en medarbetare skrev upp det", "en medarbejder skrev det ned"],
    proven: ["from what you did with us", "från det du gjort hos oss", "fra det, du har gjort hos os"],
    stated: ["from a visit on the web", "från ett besök på webben", "fra et besøg på nettet"],
    inferred: ["our guess", "vår gissning", "vores gæt"],
  },
  rule: {
    carried: ["both stood in one event", "båda stod i en händelse", "begge stod i én hændelse"],
    signed: ["you signed in with it", "du loggade in med det", "du loggede ind med det"],
    seen: ["seen on one device", "sågs på en och samma enhet", "set på én og samme enhed"],
    moved: [
      "the one took over from the other",
      "det ena tog över efter det andra",
      "det ene tog over efter det andet",
    ],
    ruled: ["our staff decided so", "vår personal beslutade det", "vores personale besluttede det"],
  },
  "identity.rulings kind": {
    join: ["two are one person", "två är en person", "to er én person"],
    split: ["one was two people", "en var två personer", "én var to personer"],
    apart: ["two are never one person", "två är aldrig en person", "to er aldrig én person"],
    withdraw: ["a tie counts no more", "ett band räknas inte längre", "et bånd tæller ikke mere"],
    one_person: ["a value is one person’s", "ett värde är en persons", "en værdi er én persons"],
    blocked: ["a value says nothing", "ett värde säger inget", "en værdi siger intet"],
  },
  type: {
    track: ["something you did", "något du gjorde", "noget, du gjorde"],
    page: ["a page you saw", "en sida du såg", "en side, du så"],
    screen: ["a screen you saw", "en vy du såg", "en skærm, du så"],
    identify: ["you told who you are", "du sa vem du är", "du sagde, hvem du er"],
    group: ["a group you are in", "en grupp du är med i", "en gruppe, du er med i"],
    alias: ["you go by another name too", "du har ett namn till", "du har et navn til"],
    own: ["of our own", "vår egen", "vores egen"],
  },
  "consent.entries state": {
    granted: ["yes", "ja", "ja"],
    pending: ["yes, not confirmed yet", "ja, inte bekräftat än", "ja, ikke bekræftet endnu"],
    confirmed: ["yes, confirmed", "ja, bekräftat", "ja, bekræftet"],
    soft: ["allowed, as you are a customer", "tillåtet, för att du är kund", "tilladt, fordi du er kunde"],
    lifted: ["no taken back", "nej tillbakataget", "nej taget tilbage"],
    withdrawn: ["no", "nej", "nej"],
  },
  "rights.requests state": {
    waiting: ["waits", "väntar", "venter"],
    running: ["under way", "på gång", "i gang"],
    done: ["done", "klart", "færdig"],
    cancelled: ["stopped", "stoppat", "stoppet"],
  },
  "rights.lifts state": {
    waiting: ["waits", "väntar", "venter"],
    done: ["lifted", "upphörde", "ophørt"],
    cancelled: ["kept", "blev kvar", "beholdt"],
  },
  ground: {
    accuracy: ["it is not right", "det stämmer inte", "det passer ikke"],
    unlawful: [
      "it must not be used, and not be erased",
      "det får inte användas, och ska inte raderas",
      "det må ikke bruges, og skal ikke slettes",
    ],
    claim: ["kept for a claim of yours", "behövs för ett anspråk du har", "bruges til et krav, du har"],
    objection: [
      "you objected, and wait for the answer",
      "du har invänt och väntar på svar",
      "du har gjort indsigelse og venter på svar",
    ],
  },
  "rights.requests kind": {
    export: ["a copy", "en kopia", "en kopi"],
    erasure: ["to be forgotten", "att bli glömd", "at blive glemt"],
  },
  of: {
    whole: ["everything", "allt", "det hele"],
    identifier: ["one address or card", "en adress eller ett kort", "én adresse eller ét kort"],
    source: ["what came through one source", "det som kom genom en källa", "det, der kom gennem én kilde"],
    span: ["a time", "en period", "en periode"],
  },
  "kernel.mails state": {
    waiting: ["waits", "väntar", "venter"],
    sent: ["sent", "skickat", "sendt"],
    refused: [
      "not taken by your mail server",
      "togs inte emot av din mejlserver",
      "ikke modtaget af din mailserver",
    ],
    outbox: ["written, never sent", "skrivet, aldrig skickat", "skrevet, aldrig sendt"],
  },
  "kernel.mails purpose": {
    "corner.sign_in": ["to sign in", "för att logga in", "for at logge ind"],
    "corner.proof": ["to prove that it is you", "för att visa att det är du", "for at vise, at det er dig"],
    "corner.passkey_added": [
      "a passkey was added",
      "en lösennyckel lades till",
      "en adgangsnøgle blev tilføjet",
    ],
    "consent.confirm": ["to confirm your yes", "för att bekräfta ditt ja", "for at bekræfte dit ja"],
    "identity.household_invited": [
      "an invitation to a household",
      "en inbjudan till ett hushåll",
      "en invitation til en husstand",
    ],
    "identity.household_removed": ["about your household", "om ditt hushåll", "om din husstand"],
    "rights.export": ["a copy was asked for", "en kopia begärdes", "der blev bedt om en kopi"],
    "rights.erasure": ["erasure was asked for", "radering begärdes", "der blev bedt om sletning"],
    "rights.restriction": ["only keep it", "spara det bara", "opbevar det kun"],
    "rights.lift": ["to be used again", "att användas igen", "at bruges igen"],
    "rights.lifted": ["taken back by you", "taget tillbaka av dig", "taget tilbage af dig"],
  },
  "kernel.mails language": {
    en: ["English", "engelska", "engelsk"],
    sv: ["Swedish", "svenska", "svensk"],
    da: ["Danish", "danska", "dansk"],
  },
  how: {
    link: ["by a link in a mail", "med en länk i ett mejl", "med et link i en mail"],
    passkey: ["with a passkey", "med en lösennyckel", "med en adgangsnøgle"],
    token: ["from our app or site", "från vår app eller webbplats", "fra vores app eller websted"],
  },
  level: {
    never: ["never", "aldrig", "aldrig"],
    asked: ["only when you say so", "bara när du säger till", "kun når du siger til"],
    visit: ["this visit", "det här besöket", "dette besøg"],
    today: ["today", "i dag", "i dag"],
    always: ["always", "alltid", "altid"],
  },
  "consent.wish_acts name": {
    hours: ["quiet hours", "tysta timmar", "stille timer"],
    pause: ["pause", "paus", "pause"],
    most: ["at most so many", "högst så många", "højst så mange"],
    topic: ["topic", "ämne", "emne"],
    word: ["a word of your own", "ett eget ord", "et ord af dine egne"],
  },
  "consent.wish_acts item": channels,
  per: { week: ["7 days", "7 dagar", "7 dage"], month: ["30 days", "30 dagar", "30 dage"] },
  stance: {
    chosen: ["yes please", "ja tack", "ja tak"],
    declined: ["no thanks", "nej tack", "nej tak"],
  },
};

export const yesNo: readonly [Words, Words] = [
  ["no", "nej", "nej"],
  ["yes", "ja", "ja"],
];
/** Where no source brought it. */
export const ourselves: Words = [
  "our staff or yourself",
  "vår personal eller du själv",
  "vores personale eller dig selv",
];

/** Of an act, its room when nobody named it: "rights.list" is told as "rights". */
export function valueSaid(
  table: string,
  column: string,
  value: string,
  language: Language,
): string | undefined {
  const own = [`${table} ${column}`, column].find((key) => Object.hasOwn(valueWords, key));
  const dictionary = own === undefined ? undefined : valueWords[own];
  if (dictionary === undefined) return undefined;
  return (
    lookUp(dictionary, value, language) ??
    (own === "what" ? lookUp(dictionary, value.split(".")[0] ?? "", language) : undefined)
  );
}

const purposeKinds: Dictionary = {
  marketing: ["to tell you of offers", "för att berätta om erbjudanden", "for at fortælle om tilbud"],
  analysis: ["to learn how we do", "för att se hur det går för oss", "for at se, hvordan det går os"],
  health: ["about your health", "om din hälsa", "om dit helbred"],
  sensitive: ["about what is sensitive", "om det som är känsligt", "om det følsomme"],
  storage: [
    "to keep something on your device",
    "för att spara något på din enhet",
    "for at gemme noget på din enhed",
  ],
  recognition: ["to know you again", "för att känna igen dig", "for at genkende dig"],
  sharing: ["to share it with others", "för att dela med andra", "for at dele med andre"],
  service: ["to help you", "för att hjälpa dig", "for at hjælpe dig"],
};
export const purposeSaid = (kind: string, language: Language): string =>
  lookUp(purposeKinds, kind, language) ?? kind;

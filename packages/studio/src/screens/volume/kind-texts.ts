// The kinds of data in words. `them` stands inside a sentence.
import type { LifetimeKind, VolumeKind } from "@somlos/contract/rooms/volume";
import { type Texts, texts } from "@somlos/look/language";

type Named = { readonly name: string; readonly what: string };
type KindWords = {
  readonly kinds: Readonly<Record<VolumeKind, Named>>;
  readonly lifetimes: Readonly<Record<LifetimeKind, Named & { readonly them: string }>>;
};

const en: KindWords = {
  kinds: {
    bodies: { name: "Bodies", what: "events as they came" },
    log: { name: "Log", what: "when, from whom, what kind; ids only" },
    seen: { name: "Message ids", what: "what was taken in once" },
    identity: { name: "Identity", what: "identifiers, claims, lanes, people" },
    facts: { name: "Facts", what: "what is known of people" },
    parked: { name: "Parked", what: "events that did not fit" },
    imports: { name: "Imports", what: "files, refused rows" },
    mails: { name: "Mails", what: "receipts, links, the outbox" },
    acts: { name: "Staff audit", what: "who did, who looked" },
    other: { name: "Other", what: "sources, staff, settings" },
  },
  lifetimes: {
    bodies: { name: "Bodies", what: "go by whole months", them: "bodies" },
    log: { name: "Log", what: "goes by whole months, after its bodies", them: "log entries" },
    parked: { name: "Parked events", what: "replayed or not", them: "parked events" },
    import_refusals: {
      name: "Refused rows",
      what: "counted from the end of the import",
      them: "refused rows",
    },
    mail_content: {
      name: "Text of mails",
      what: "with a one-time link after an hour",
      them: "texts of mails",
    },
    mails: { name: "Mails", what: "that one was sent, and to whom", them: "mails" },
    acts: { name: "Staff audit", what: "three years at least", them: "audit lines" },
    backups: { name: "Backups", what: "seven daily, then one a week", them: "backups" },
  },
};
const sv: KindWords = {
  kinds: {
    bodies: { name: "Innehåll", what: "händelserna som de kom" },
    log: { name: "Logg", what: "när, från vem, vilket slag; bara id:n" },
    seen: { name: "Meddelande-id:n", what: "det som tagits emot en gång" },
    identity: { name: "Identitet", what: "identifierare, belägg, spår, personer" },
    facts: { name: "Uppgifter", what: "det som är känt om personer" },
    parked: { name: "Parkerade", what: "händelser som inte passade" },
    imports: { name: "Importer", what: "filer, nekade rader" },
    mails: { name: "Mejl", what: "kvitton, länkar, utkorgen" },
    acts: { name: "Personalens logg", what: "vem gjorde, vem tittade" },
    other: { name: "Övrigt", what: "källor, personal, inställningar" },
  },
  lifetimes: {
    bodies: { name: "Innehåll", what: "försvinner i hela månader", them: "innehåll" },
    log: { name: "Logg", what: "i hela månader, efter sitt innehåll", them: "loggrader" },
    parked: { name: "Parkerade händelser", what: "uppspelade eller inte", them: "parkerade händelser" },
    import_refusals: { name: "Nekade rader", what: "räknat från importens slut", them: "nekade rader" },
    mail_content: { name: "Mejlens text", what: "med engångslänk efter en timme", them: "mejltexter" },
    mails: { name: "Mejl", what: "att ett skickades, och till vem", them: "mejl" },
    acts: { name: "Personalens logg", what: "minst tre år", them: "rader i personalens logg" },
    backups: { name: "Säkerhetskopior", what: "sju dagliga, sedan en i veckan", them: "säkerhetskopior" },
  },
};
const da: KindWords = {
  kinds: {
    bodies: { name: "Indhold", what: "hændelserne, som de kom" },
    log: { name: "Log", what: "hvornår, fra hvem, hvilken slags; kun id'er" },
    seen: { name: "Besked-id'er", what: "det, der er modtaget én gang" },
    identity: { name: "Identitet", what: "identifikatorer, belæg, spor, personer" },
    facts: { name: "Oplysninger", what: "det, der vides om personer" },
    parked: { name: "Parkerede", what: "hændelser, der ikke passede" },
    imports: { name: "Importer", what: "filer, afviste rækker" },
    mails: { name: "Mails", what: "kvitteringer, links, udbakken" },
    acts: { name: "Personalets log", what: "hvem gjorde, hvem kiggede" },
    other: { name: "Øvrigt", what: "kilder, personale, indstillinger" },
  },
  lifetimes: {
    bodies: { name: "Indhold", what: "forsvinder i hele måneder", them: "indhold" },
    log: { name: "Log", what: "i hele måneder, efter sit indhold", them: "loglinjer" },
    parked: { name: "Parkerede hændelser", what: "afspillet eller ej", them: "parkerede hændelser" },
    import_refusals: {
      name: "Afviste rækker",
      what: "regnet fra importens slutning",
      them: "afviste rækker",
    },
    mail_content: { name: "Mailenes tekst", what: "med engangslink efter en time", them: "mailtekster" },
    mails: { name: "Mails", what: "at en blev sendt, og til hvem", them: "mails" },
    acts: { name: "Personalets log", what: "mindst tre år", them: "linjer i personalets log" },
    backups: { name: "Sikkerhedskopier", what: "syv daglige, derefter én om ugen", them: "sikkerhedskopier" },
  },
};
export const kindTexts: Texts<KindWords> = texts({ en, sv, da });

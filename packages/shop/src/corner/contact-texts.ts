import type { PermissionChannel } from "@somlos/contract/rooms/consent";
import type { MyPermission } from "@somlos/contract/rooms/consent-mine";
import { texts } from "@somlos/look/language";

type Channels = Readonly<Record<PermissionChannel, string>>;
type States = Readonly<Record<MyPermission["state"], (day: string) => string>>;

export const contactTexts = texts({
  en: {
    title: "We may get in touch",
    none: "Nobody asks you anything here. Letters and calls that the law allows unasked may still come, until you say no.",
    noneSince: (day: string) =>
      `You said no to everything ${day}, so nothing but what is about your orders or your safety is sent.`,
    minor: (age: number) =>
      `By what we know you are under ${age}, so we send you no advertising, whatever is switched on here. Is that wrong? Correct your birthday among your facts.`,
    old: (entity: string) => `What you once said to ${entity}. Nobody asks for it any more.`,
    gets: "What you get:",
    stillYes: "Yes, still",
    allNo: "Say no to everything",
    allNoDone: "You have said no to everything.",
    channels: {
      mail: "Mail",
      sms: "Text message",
      push: "Messages from the app",
      chat: "Direct message",
      robot_call: "Calls by a machine",
      call: "Phone call",
      letter: "Letter",
      web: "On our web pages",
      app: "In the app",
      store: "In the store",
      till: "At the till",
      device: "On things you own",
    } satisfies Channels as Channels,
    states: {
      granted: (day: string) => `you said yes ${day}`,
      soft: (day: string) => `because you bought from us ${day}; you can say no`,
      waiting: () => "waits for the link in your mail",
      asleep: (day: string) => `not used since ${day}, so nothing is sent`,
      incomplete: () => "we lack what proves your yes, so nothing is sent",
      withdrawn: (day: string) => `you said no ${day}`,
      none: () => "you have not been asked",
    } satisfies States as States,
  },
  sv: {
    title: "Vi får höra av oss",
    none: "Ingen frågar dig något här. Brev och samtal som lagen tillåter oombett kan ändå komma, tills du säger nej.",
    noneSince: (day: string) =>
      `Du sa nej till allt ${day}, så inget skickas utom det som rör dina beställningar eller din säkerhet.`,
    minor: (age: number) =>
      `Enligt det vi vet är du under ${age} år, så vi skickar dig ingen reklam, vad som än är påslaget här. Stämmer det inte? Rätta din födelsedag bland dina uppgifter.`,
    old: (entity: string) => `Det du en gång sa till ${entity}. Ingen frågar efter det längre.`,
    gets: "Det här får du:",
    stillYes: "Ja, fortfarande",
    allNo: "Säg nej till allt",
    allNoDone: "Du har sagt nej till allt.",
    channels: {
      mail: "Mejl",
      sms: "Sms",
      push: "Notiser från appen",
      chat: "Direktmeddelande",
      robot_call: "Samtal från en automat",
      call: "Telefonsamtal",
      letter: "Brev",
      web: "På våra webbsidor",
      app: "I appen",
      store: "I butiken",
      till: "I kassan",
      device: "På saker du äger",
    },
    states: {
      granted: (day: string) => `du sa ja ${day}`,
      soft: (day: string) => `för att du handlade hos oss ${day}; du kan säga nej`,
      waiting: () => "väntar på länken i din mejl",
      asleep: (day: string) => `inte använt sedan ${day}, så inget skickas`,
      incomplete: () => "vi saknar det som styrker ditt ja, så inget skickas",
      withdrawn: (day: string) => `du sa nej ${day}`,
      none: () => "du har inte blivit tillfrågad",
    },
  },
  da: {
    title: "Vi må kontakte dig",
    none: "Ingen spørger dig om noget her. Breve og opkald, som loven tillader uopfordret, kan stadig komme, indtil du siger nej.",
    noneSince: (day: string) =>
      `Du sagde nej til alt ${day}, så der sendes intet undtagen det, der gælder dine ordrer eller din sikkerhed.`,
    minor: (age: number) =>
      `Efter det, vi ved, er du under ${age} år, så vi sender dig ingen reklame, uanset hvad der er slået til her. Er det forkert? Ret din fødselsdag blandt dine oplysninger.`,
    old: (entity: string) => `Det, du engang sagde til ${entity}. Ingen spørger om det længere.`,
    gets: "Det får du:",
    stillYes: "Ja, stadig",
    allNo: "Sig nej til alt",
    allNoDone: "Du har sagt nej til alt.",
    channels: {
      mail: "Mail",
      sms: "Sms",
      push: "Notifikationer fra appen",
      chat: "Direkte beskeder",
      robot_call: "Opkald fra en automat",
      call: "Telefonopkald",
      letter: "Brev",
      web: "På vores websider",
      app: "I appen",
      store: "I butikken",
      till: "Ved kassen",
      device: "På ting, du ejer",
    },
    states: {
      granted: (day: string) => `du sagde ja ${day}`,
      soft: (day: string) => `fordi du handlede hos os ${day}; du kan sige nej`,
      waiting: () => "venter på linket i din mail",
      asleep: (day: string) => `ikke brugt siden ${day}, så der sendes intet`,
      incomplete: () => "vi mangler det, der beviser dit ja, så der sendes intet",
      withdrawn: (day: string) => `du sagde nej ${day}`,
      none: () => "du er ikke blevet spurgt",
    },
  },
});

import { texts } from "@somlos/look/language";

export const recognitionTexts = texts({
  en: {
    finding: (rate: string, days: string) => `We knew who it was in ${rate} of the meetings of ${days} days`,
    least: (channel: string, rate: string) => `Least in ${channel}: ${rate}.`,
    told: (n: string, one: boolean) =>
      one
        ? "1 event more was told of by a file, a system or as history. Nobody met us in it, so it is not counted."
        : `${n} events more were told of by files, systems or as history. Nobody met us in them, so they are not counted.`,
    emptyTold: "Nobody has met us in these days",
    says: "Counted once, seconds after an event came. What is learned later changes nothing of it: unknown stays unknown.",
    spans: "How long back",
    days: (n: string) => `${n} days`,
    recognised: "recognised",
    unknown: "unknown",
    hushed: "chose to be unknown",
    gap: "nothing came",
    few: "pale: fewer than 20",
    events: (n: string, one: boolean) => (one ? `${n} meeting` : `${n} meetings`),
    picture: (channel: string, rate: string, unknown: string, hushed: string) =>
      `${channel}: ${rate} recognised, ${unknown} unknown, ${hushed} chose to be unknown`,
    gaps: (n: string, of: string) => `nothing in ${n} of ${of} columns`,
    fewOf: (n: string, of: string) => `${n} of ${of}`,
    table: "As a table",
    head: { channel: "Channel", events: "Meetings", rate: "Share known" },
    empty: "Nothing has been counted yet",
    emptySays:
      "A meeting is something that a person does with us: a visit, a purchase, a call. Each day shows in how many of them we knew who it was.",
    perWeek: "A column a week",
    perDay: "A column a day",
  },
  sv: {
    finding: (rate: string, days: string) => `Vi visste vem det var i ${rate} av mötena på ${days} dagar`,
    least: (channel: string, rate: string) => `Minst i ${channel}: ${rate}.`,
    told: (n: string, one: boolean) =>
      one
        ? "Ytterligare 1 händelse kom från en fil, ett system eller som historik. Ingen mötte oss i den, så den räknas inte."
        : `Ytterligare ${n} händelser kom från filer, system eller som historik. Ingen mötte oss i dem, så de räknas inte.`,
    emptyTold: "Ingen har mött oss de här dagarna",
    says: "Räknat en gång, sekunder efter att händelsen kom. Det vi lär oss senare ändrar inget: okänd förblir okänd.",
    spans: "Hur långt tillbaka",
    days: (n: string) => `${n} dagar`,
    recognised: "igenkänd",
    unknown: "okänd",
    hushed: "valde att vara okänd",
    gap: "inget kom",
    few: "blek: färre än 20",
    events: (n: string, one: boolean) => (one ? `${n} möte` : `${n} möten`),
    picture: (channel: string, rate: string, unknown: string, hushed: string) =>
      `${channel}: ${rate} igenkända, ${unknown} okända, ${hushed} valde att vara okända`,
    gaps: (n: string, of: string) => `inget i ${n} av ${of} staplar`,
    fewOf: (n: string, of: string) => `${n} av ${of}`,
    table: "Som tabell",
    head: { channel: "Kanal", events: "Möten", rate: "Andel kända" },
    empty: "Inget är räknat än",
    emptySays:
      "Ett möte är något som en person gör hos oss: ett besök, ett köp, ett samtal. Varje dag visar i hur många av dem vi visste vem det var.",
    perWeek: "En stapel i veckan",
    perDay: "En stapel om dagen",
  },
  da: {
    finding: (rate: string, days: string) => `Vi vidste, hvem det var, i ${rate} af møderne på ${days} dage`,
    least: (channel: string, rate: string) => `Mindst i ${channel}: ${rate}.`,
    told: (n: string, one: boolean) =>
      one
        ? "Yderligere 1 hændelse kom fra en fil, et system eller som historik. Ingen mødte os i den, så den tælles ikke."
        : `Yderligere ${n} hændelser kom fra filer, systemer eller som historik. Ingen mødte os i dem, så de tælles ikke.`,
    emptyTold: "Ingen har mødt os i disse dage",
    says: "Talt én gang, sekunder efter at hændelsen kom. Det, vi lærer senere, ændrer intet: ukendt forbliver ukendt.",
    spans: "Hvor langt tilbage",
    days: (n: string) => `${n} dage`,
    recognised: "genkendt",
    unknown: "ukendt",
    hushed: "valgte at være ukendt",
    gap: "intet kom",
    few: "bleg: færre end 20",
    events: (n: string, one: boolean) => (one ? `${n} møde` : `${n} møder`),
    picture: (channel: string, rate: string, unknown: string, hushed: string) =>
      `${channel}: ${rate} genkendt, ${unknown} ukendt, ${hushed} valgte at være ukendt`,
    gaps: (n: string, of: string) => `intet i ${n} af ${of} søjler`,
    fewOf: (n: string, of: string) => `${n} af ${of}`,
    table: "Som tabel",
    head: { channel: "Kanal", events: "Møder", rate: "Andel kendte" },
    empty: "Intet er talt endnu",
    emptySays:
      "Et møde er noget, en person gør hos os: et besøg, et køb, et opkald. Hver dag viser, i hvor mange af dem vi vidste, hvem det var.",
    perWeek: "En søjle om ugen",
    perDay: "En søjle om dagen",
  },
});

import { texts } from "@somlos/look/language";

type Fields = Readonly<Record<string, string>>;

export const reachTexts = texts({
  en: {
    asOf: (moment: string, ago: string) => `As of ${moment}, ${ago}.`,
    newer: (usual: string | null) =>
      usual === null ? "A newer count is under way." : `A newer count is under way; the last took ${usual}.`,
    counting: "Reach is being counted",
    countingSays: (since: string | null) =>
      `${since === null ? "" : `Since ${since}. `}Among a million customers it takes some seconds. The figures stand here as soon as there are any; you may leave the page meanwhile.`,
    finding: (share: string) => `We may reach ${share} of all customers`,
    above: "That is above the mark of 50 %.",
    below: "The mark is more than 50 %.",
    says: (reachable: string, known: string) =>
      `${reachable} of ${known} customers whom we know by a login, a card, a mail address or a number have a marketing permission that stands. Those who have not been here for long are counted too.`,
    mark: "mark: 50 %",
    nobody: "We know nobody yet",
    nobodySays:
      "Reach is a share of all customers whom we know by a login, a card, a mail address or a number.",
    any: "Any purpose",
    people: (n: string, share: string) => `${n} · ${share}`,
    bar: (channel: string, n: string, share: string) => `${channel}: ${n} people, ${share} of all customers`,
    channelsNone: "Nobody has said yes to any of it.",
    gaps: "Evidence that is missing",
    gapsSays: "A yes without all that proves it counts as none. Ask anew.",
    gapsNone: "No yes lacks evidence.",
    lines: (n: string, one: boolean) => (one ? `${n} yes` : `${n} yeses`),
    fields: {
      text: "The words",
      textHash: "The hash of the words",
      collectedBy: "Who collected it",
      place: "Where it was said",
      how: "How it was said",
      active: "That the person did it",
      concluded: "That the act was ended",
    } satisfies Fields as Fields,
    uses: "How permissions are used",
    usesNone: "No permission has been used yet. Unused for a year, a permission sleeps.",
    head: {
      purpose: "Purpose",
      channel: "Channel",
      times: "Times",
      permissions: "Permissions",
      last: "Last",
    },
    noesFinding: (n: string, one: boolean, caused: string) =>
      one
        ? `${n} withdrawal in twelve months; ${caused} answered a message`
        : `${n} withdrawals in twelve months; ${caused} answered a message`,
    noesNone: "Nobody has taken anything back in twelve months",
    noesSays:
      "A withdrawal needs no reason. What it answered is known where it came by the link in a message.",
    fromMessage: "answered a message",
    otherwise: "otherwise",
    perMonth: "A column a month",
    month: (month: string, n: string) => `${month}: ${n}`,
    perChannel: "From which channel",
    everywhere: "Everywhere at once",
    causes: "Messages that caused most",
    causesNone: "No message has caused a withdrawal.",
    cause: "Message",
    noes: "Withdrawals",
  },
  sv: {
    asOf: (moment: string, ago: string) => `Som det var ${moment}, ${ago}.`,
    newer: (usual: string | null) =>
      usual === null ? "En nyare räkning pågår." : `En nyare räkning pågår; den förra tog ${usual}.`,
    counting: "Räckvidden räknas",
    countingSays: (since: string | null) =>
      `${since === null ? "" : `Sedan ${since}. `}Bland en miljon kunder tar det några sekunder. Siffrorna står här så snart de finns; du kan lämna sidan så länge.`,
    finding: (share: string) => `Vi får nå ${share} av alla kunder`,
    above: "Det är över märket 50 %.",
    below: "Märket är mer än 50 %.",
    says: (reachable: string, known: string) =>
      `${reachable} av ${known} kunder som vi känner på en inloggning, ett kort, en e-postadress eller ett nummer har ett tillstånd till marknadsföring som gäller. Också de som inte har varit här på länge är räknade.`,
    mark: "märke: 50 %",
    nobody: "Vi känner ingen än",
    nobodySays:
      "Räckvidd är en andel av alla kunder som vi känner på en inloggning, ett kort, en e-postadress eller ett nummer.",
    any: "Vilket ändamål som helst",
    people: (n: string, share: string) => `${n} · ${share}`,
    bar: (channel: string, n: string, share: string) => `${channel}: ${n} personer, ${share} av alla kunder`,
    channelsNone: "Ingen har sagt ja till något av det.",
    gaps: "Belägg som saknas",
    gapsSays: "Ett ja utan allt som styrker det räknas inte. Fråga på nytt.",
    gapsNone: "Inget ja saknar belägg.",
    lines: (n: string) => `${n} ja`,
    fields: {
      text: "Orden",
      textHash: "Ordens hash",
      collectedBy: "Vem som samlade in det",
      place: "Var det sades",
      how: "Hur det sades",
      active: "Att personen gjorde det själv",
      concluded: "Att handlingen avslutades",
    },
    uses: "Hur tillstånd används",
    usesNone: "Inget tillstånd har använts än. Oanvänt i ett år vilar ett tillstånd.",
    head: { purpose: "Ändamål", channel: "Kanal", times: "Gånger", permissions: "Tillstånd", last: "Senast" },
    noesFinding: (n: string, one: boolean, caused: string) =>
      one
        ? `${n} återkallande på tolv månader; ${caused} svarade på ett meddelande`
        : `${n} återkallanden på tolv månader; ${caused} svarade på ett meddelande`,
    noesNone: "Ingen har tagit tillbaka något på tolv månader",
    noesSays:
      "Ett återkallande behöver inget skäl. Vad det svarade på vet vi när det kom via länken i ett meddelande.",
    fromMessage: "svarade på ett meddelande",
    otherwise: "annars",
    perMonth: "En stapel i månaden",
    month: (month: string, n: string) => `${month}: ${n}`,
    perChannel: "Från vilken kanal",
    everywhere: "Överallt på en gång",
    causes: "Meddelanden som ledde till flest",
    causesNone: "Inget meddelande har lett till ett återkallande.",
    cause: "Meddelande",
    noes: "Återkallanden",
  },
  da: {
    asOf: (moment: string, ago: string) => `Som det var ${moment}, ${ago}.`,
    newer: (usual: string | null) =>
      usual === null
        ? "En nyere optælling er i gang."
        : `En nyere optælling er i gang; den forrige tog ${usual}.`,
    counting: "Rækkevidden tælles op",
    countingSays: (since: string | null) =>
      `${since === null ? "" : `Siden ${since}. `}Blandt en million kunder tager det nogle sekunder. Tallene står her, så snart de er der; du kan godt forlade siden så længe.`,
    finding: (share: string) => `Vi må nå ${share} af alle kunder`,
    above: "Det er over mærket på 50 %.",
    below: "Mærket er mere end 50 %.",
    says: (reachable: string, known: string) =>
      `${reachable} af ${known} kunder, som vi kender på et login, et kort, en e-mailadresse eller et nummer, har en tilladelse til markedsføring, der gælder. Også de, der ikke har været her længe, er talt med.`,
    mark: "mærke: 50 %",
    nobody: "Vi kender ingen endnu",
    nobodySays:
      "Rækkevidde er en andel af alle kunder, som vi kender på et login, et kort, en e-mailadresse eller et nummer.",
    any: "Et hvilket som helst formål",
    people: (n: string, share: string) => `${n} · ${share}`,
    bar: (channel: string, n: string, share: string) => `${channel}: ${n} personer, ${share} af alle kunder`,
    channelsNone: "Ingen har sagt ja til noget af det.",
    gaps: "Bevis, der mangler",
    gapsSays: "Et ja uden alt, der beviser det, tæller ikke. Spørg på ny.",
    gapsNone: "Intet ja mangler bevis.",
    lines: (n: string) => `${n} ja`,
    fields: {
      text: "Ordene",
      textHash: "Ordenes hash",
      collectedBy: "Hvem der indsamlede det",
      place: "Hvor det blev sagt",
      how: "Hvordan det blev sagt",
      active: "At personen selv gjorde det",
      concluded: "At handlingen blev afsluttet",
    },
    uses: "Hvordan tilladelser bruges",
    usesNone: "Ingen tilladelse er brugt endnu. Ubrugt i et år hviler en tilladelse.",
    head: { purpose: "Formål", channel: "Kanal", times: "Gange", permissions: "Tilladelser", last: "Senest" },
    noesFinding: (n: string, one: boolean, caused: string) =>
      one
        ? `${n} tilbagekaldelse på tolv måneder; ${caused} svarede på en besked`
        : `${n} tilbagekaldelser på tolv måneder; ${caused} svarede på en besked`,
    noesNone: "Ingen har trukket noget tilbage på tolv måneder",
    noesSays:
      "En tilbagekaldelse kræver ingen grund. Hvad den svarede på, ved vi, når den kom via linket i en besked.",
    fromMessage: "svarede på en besked",
    otherwise: "ellers",
    perMonth: "En søjle om måneden",
    month: (month: string, n: string) => `${month}: ${n}`,
    perChannel: "Fra hvilken kanal",
    everywhere: "Overalt på én gang",
    causes: "Beskeder, der førte til flest",
    causesNone: "Ingen besked har ført til en tilbagekaldelse.",
    cause: "Besked",
    noes: "Tilbagekaldelser",
  },
});

import type { en } from "./texts.en.ts";

const events = (n: number, s: string): string => (n === 1 ? "1 hændelse" : `${s} hændelser`);
const rows = (n: number, s: string): string => (n === 1 ? "1 række" : `${s} rækker`);

export const da: typeof en = {
  steps: { columns: "Kolonner", try: "Prøvekørsel", run: "Import" },
  stepsLabel: "Importens trin",
  marks: { done: "færdigt", here: "her", coming: "kommer" },
  fileDelete: "Slet filen",
  fileDeleteTitle: "Slet den uploadede fil?",
  fileDeleteSays:
    "Filen, prøvekørslens rækker og de afviste rækker slettes. Hændelser, der er modtaget, bliver. Det kan ikke fortrydes; filen kan uploades igen.",
  fileGone: "Filen er slettet",
  counts: {
    rows: "Læste rækker",
    events: "Hændelser",
    accepted: "Nye",
    duplicates: "Modtaget før",
    parked: "Parkeret",
    dropped: "Kasseret af et skema",
    refused: "Udeladte rækker",
    sameLines: "Linjer, der gentager en anden",
  },
  trying: "Prøvekørsel",
  tryingSays: "Hele filen læses. Intet skrives.",
  running: "Importerer",
  runningSays: "Du kan forlade siden; den fortsætter.",
  paused: "På pause",
  pausedSays: (n) => `Den standsede efter række ${n} og fortsætter derfra.`,
  share: (percent) => `${percent} læst`,
  rowsSoFar: (n, s) => rows(n, s),
  pace: (n) => `${n} rækker i sekundet`,
  left: (span) => `omkring ${span} tilbage`,
  measuring: "måler farten",
  wishPause: "Den holder pause efter de hændelser, den har i hånden.",
  wishCancel: "Den slutter efter de hændelser, den har i hånden.",
  queuedFirst: "Den venter, til en arbejder er ledig: én import ad gangen.",
  queuedAgain:
    "Processen, der arbejdede med den, er standset. En anden tager over inden for et halvt minut, derfra hvor den var; intet tæller to gange.",
  interrupted: (n) =>
    n === 1
      ? "Den blev afbrudt én gang og fortsatte af sig selv. Intet blev talt to gange."
      : `Den blev afbrudt ${n} gange og fortsatte af sig selv. Intet blev talt to gange.`,
  pause: "Pause",
  resume: "Fortsæt",
  cancel: "Afbryd importen",
  cancelTry: "Stop prøven",
  cancelTitle: "Afbryd denne import?",
  cancelSays:
    "Det, der er modtaget, bliver. Den kan startes igen senere; samme række tæller aldrig to gange.",
  would: (n, s) => `${events(n, s)} ville komme ind`,
  wouldNone: "Intet ville komme ind",
  wouldAll: "Hver række i filen passer.",
  wouldRefuse: (n, s) => (n === 1 ? "1 række ville blive udeladt." : `${s} rækker ville blive udeladt.`),
  wouldPark: (n, s) => `${events(n, s)} ville blive parkeret.`,
  wouldTwice: (n, s) =>
    n === 1
      ? "1 hændelse står to gange i filen og ville tælle én gang."
      : `${s} hændelser står to gange i filen og ville tælle én gang.`,
  nothingWritten: "Intet er skrevet endnu.",
  noRows: "Filen har ingen rækker. Eksportér den igen med dens rækker, og upload den.",
  start: (n, s) => `Importér ${events(n, s)}`,
  startAgain: "Start igen",
  mend: "Ret kolonnerne",
  tryAgain: "Prøv igen",
  who: "Hvem der nævnes",
  whoSays: (n, kind) => `${kind}: ${n} forskellige`,
  atLeast: "Mindst så mange: der er flere end en million.",
  nobody: "Ingen. Hver række mangler det, der siger, hvem den gælder.",
  whyRefused: "Hvorfor rækker ville blive udeladt",
  whyParked: "Hvorfor hændelser ville blive parkeret",
  parkedSays: "Parkerede hændelser gemmes og kan rettes og afspilles igen.",
  firstRefused: "De første af rækkerne",
  examples: "Hændelser, som de ville blive gemt",
  example: (n) => `Hændelse ${n}`,
  tookIn: (n, s) => (n === 1 ? "1 ny hændelse kom ind" : `${s} nye hændelser kom ind`),
  tookNone: "Ingen nye hændelser kom ind",
  allBefore: "Det hele var modtaget før, så det tæller én gang.",
  doneAt: (moment) => `Færdig ${moment}`,
  failedTitle: "Importen standsede",
  cancelledTitle: "Importen blev afbrudt",
  kept: "Det, der blev modtaget indtil da, bliver.",
  parkedLink: (n, s) => (n === 1 ? "Se 1 parkeret hændelse" : `Se ${s} parkerede hændelser`),
  toPeople: "Se personerne",
  refusedTitle: "Rækker, der blev udeladt",
  refusedNone: "Ingen række blev udeladt.",
  refusedAll: "Alle",
  refusedCause: (n, sentence) => `${sentence} (${n})`,
  line: (n) => `Række ${n}`,
  rowQuiet:
    "Cellerne gemmes ikke: rækken handler om en, der vil lades i fred, eller den kan ikke læses, så ingen kan sige, hvis den er.",
  download: "Hent som CSV",
  downloadSays:
    "Ret dem der, og upload den fil: det, du har sagt om kolonnerne, tilbydes igen, og det modtagne tæller én gang.",
  moreRows: "Flere rækker",
  refusedOver: "De afviste rækker er slettet.",
  hidden: "Rækker vises for dem, der må køre importer.",
};

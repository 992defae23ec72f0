import type { en } from "./texts.en.ts";

const events = (n: number, s: string): string => (n === 1 ? "1 händelse" : `${s} händelser`);
const rows = (n: number, s: string): string => (n === 1 ? "1 rad" : `${s} rader`);

export const sv: typeof en = {
  steps: { columns: "Kolumner", try: "Provkörning", run: "Import" },
  stepsLabel: "Importens steg",
  marks: { done: "klart", here: "här", coming: "kommer" },
  fileDelete: "Radera filen",
  fileDeleteTitle: "Radera den uppladdade filen?",
  fileDeleteSays:
    "Filen, raderna från provkörningen och de avvisade raderna raderas. Händelser som tagits emot finns kvar. Det går inte att ångra; filen kan laddas upp igen.",
  fileGone: "Filen är raderad",
  counts: {
    rows: "Lästa rader",
    events: "Händelser",
    accepted: "Nya",
    duplicates: "Fanns redan",
    parked: "Parkerade",
    dropped: "Slängda av ett schema",
    refused: "Utelämnade rader",
    sameLines: "Rader som upprepar en annan",
  },
  trying: "Provkörning",
  tryingSays: "Hela filen läses. Inget skrivs.",
  running: "Importerar",
  runningSays: "Du kan lämna sidan; den fortsätter.",
  paused: "Pausad",
  pausedSays: (n) => `Den stannade efter rad ${n} och fortsätter därifrån.`,
  share: (percent) => `${percent} läst`,
  rowsSoFar: (n, s) => rows(n, s),
  pace: (n) => `${n} rader i sekunden`,
  left: (span) => `ungefär ${span} kvar`,
  measuring: "mäter takten",
  wishPause: "Den pausar efter de händelser den har i handen.",
  wishCancel: "Den slutar efter de händelser den har i handen.",
  queuedFirst: "Den väntar tills en arbetare är ledig: en import i taget.",
  queuedAgain:
    "Processen som arbetade med den har stannat. En annan tar över inom en halv minut, därifrån den var; inget räknas två gånger.",
  interrupted: (n) =>
    n === 1
      ? "Den avbröts en gång och fortsatte av sig själv. Inget räknades två gånger."
      : `Den avbröts ${n} gånger och fortsatte av sig själv. Inget räknades två gånger.`,
  pause: "Pausa",
  resume: "Fortsätt",
  cancel: "Avbryt importen",
  cancelTry: "Stoppa provet",
  cancelTitle: "Avbryta importen?",
  cancelSays:
    "Det som tagits emot finns kvar. Den kan startas igen senare; samma rad räknas aldrig två gånger.",
  would: (n, s) => `${events(n, s)} skulle komma in`,
  wouldNone: "Inget skulle komma in",
  wouldAll: "Varje rad i filen passar.",
  wouldRefuse: (n, s) => (n === 1 ? "1 rad skulle utelämnas." : `${s} rader skulle utelämnas.`),
  wouldPark: (n, s) => `${events(n, s)} skulle parkeras.`,
  wouldTwice: (n, s) =>
    n === 1
      ? "1 händelse står två gånger i filen och skulle räknas en gång."
      : `${s} händelser står två gånger i filen och skulle räknas en gång.`,
  nothingWritten: "Inget har skrivits än.",
  noRows: "Filen har inga rader. Exportera den igen med sina rader och ladda upp den.",
  start: (n, s) => `Importera ${events(n, s)}`,
  startAgain: "Starta igen",
  mend: "Rätta kolumnerna",
  tryAgain: "Prova igen",
  who: "Vilka som nämns",
  whoSays: (n, kind) => `${kind}: ${n} olika`,
  atLeast: "Minst så många: det finns fler än en miljon.",
  nobody: "Ingen. Varje rad saknar det som säger vem det gäller.",
  whyRefused: "Varför rader skulle utelämnas",
  whyParked: "Varför händelser skulle parkeras",
  parkedSays: "Parkerade händelser sparas och kan rättas och spelas om.",
  firstRefused: "De första av raderna",
  examples: "Händelser så som de skulle sparas",
  example: (n) => `Händelse ${n}`,
  tookIn: (n, s) => (n === 1 ? "1 ny händelse kom in" : `${s} nya händelser kom in`),
  tookNone: "Inga nya händelser kom in",
  allBefore: "Allt hade tagits emot tidigare och räknas en gång.",
  doneAt: (moment) => `Klar ${moment}`,
  failedTitle: "Importen stannade",
  cancelledTitle: "Importen avbröts",
  kept: "Det som togs emot dessförinnan finns kvar.",
  parkedLink: (n, s) => (n === 1 ? "Se 1 parkerad händelse" : `Se ${s} parkerade händelser`),
  toPeople: "Se personerna",
  refusedTitle: "Rader som utelämnades",
  refusedNone: "Ingen rad utelämnades.",
  refusedAll: "Alla",
  refusedCause: (n, sentence) => `${sentence} (${n})`,
  line: (n) => `Rad ${n}`,
  rowQuiet:
    "Cellerna sparas inte: raden handlar om någon som vill lämnas i fred, eller går inte att läsa, så att ingen kan säga vems den är.",
  download: "Ladda ned som CSV",
  downloadSays:
    "Rätta dem där och ladda upp den filen: det du sagt om kolumnerna erbjuds igen, och det som tagits emot räknas en gång.",
  moreRows: "Fler rader",
  refusedOver: "De avvisade raderna är raderade.",
  hidden: "Rader visas för dem som får köra importer.",
};

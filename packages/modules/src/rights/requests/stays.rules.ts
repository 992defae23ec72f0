// What an erasure leaves, and why: said in the receipt. Pure.
import type { Language } from "@somlos/contract";

const sentences: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "access.acts": {
    en: "That our staff looked something up stays for three years, without whom it was about.",
    sv: "Att vår personal har slagit upp något finns kvar i tre år, utan vem det gällde.",
    da: "At vores personale har slået noget op, bliver i tre år, uden hvem det handlede om.",
  },
  "consent.withdrawals": {
    en: "Every no of yours stays as a code that only the same address gives again, so that it goes on holding.",
    sv: "Varje nej från dig finns kvar som en kod som bara samma adress ger igen, så att det fortsätter att gälla.",
    da: "Hvert nej fra dig bliver som en kode, som kun samme adresse giver igen, så det bliver ved med at gælde.",
  },
  "events.log": {
    en: "That something happened stays as a time, a channel and a number, without whom it was about.",
    sv: "Att något har hänt finns kvar som en tid, en kanal och ett antal, utan vem det gällde.",
    da: "At noget er sket, bliver som et tidspunkt, en kanal og et antal, uden hvem det handlede om.",
  },
  tombstones: {
    en: "A code of each of your addresses stays, so that nothing of before comes back.",
    sv: "En kod för var och en av dina adresser finns kvar, så att inget från tidigare kommer tillbaka.",
    da: "En kode for hver af dine adresser bliver, så intet fra før kommer tilbage.",
  },
  backups: {
    en: "Our daily copies of the database made before stay until newer ones take their place, for as many days as the shop has set for them (five weeks unless it set otherwise, while copies are made); when one is used, this erasure is done again before anybody sees it. A copy that the shop has put elsewhere stays as long as the shop keeps it.",
    sv: "Våra dagliga säkerhetskopior från före finns kvar tills nyare tar deras plats, så många dagar som butiken har bestämt för dem (fem veckor om inget annat är bestämt, så länge kopior görs); om en används görs raderingen om innan någon ser den. En kopia som butiken har lagt någon annanstans finns kvar så länge butiken behåller den.",
    da: "Vores daglige sikkerhedskopier fra før bliver, til nyere tager deres plads, så mange dage som butikken har bestemt for dem (fem uger, hvis intet andet er bestemt, så længe der laves kopier); bliver en brugt, gentages sletningen, før nogen ser den. En kopi, som butikken har lagt et andet sted, bliver, så længe butikken beholder den.",
  },
  "traces.due": {
    en: "No program reads the erased rows any more. Their bytes lie in the files of the database until these are written anew, within a day of the erasure.",
    sv: "Inget program läser de raderade raderna längre. Spåren av dem ligger i databasens filer tills filerna skrivs om, inom ett dygn efter raderingen.",
    da: "Intet program læser de slettede rækker mere. Sporene af dem ligger i databasens filer, til filerne skrives om, inden for et døgn efter sletningen.",
  },
  "traces.disk": {
    en: "The files of the database were written anew, without the erased rows. The disk under them can keep the old bytes in freed places that no file has any more, until it uses them again.",
    sv: "Databasens filer har skrivits om, utan de raderade raderna. Disken under dem kan ha kvar gamla spår på frigjorda platser som inte hör till någon fil, tills platserna används igen.",
    da: "Databasens filer er skrevet om, uden de slettede rækker. Disken under dem kan have gamle spor på frigjorte pladser, som ingen fil har mere, til pladserne bruges igen.",
  },
  "traces.statistics": {
    en: "The statistics of the database can hold a value as a common one until they are counted anew: this program may not do that there.",
    sv: "Databasens statistik kan ha kvar ett värde som vanligt förekommande tills den räknas om: det får programmet inte göra där.",
    da: "Databasens statistik kan have en værdi stående som almindelig, til den tælles om: det må programmet ikke gøre dér.",
  },
  "traces.log": {
    en: "The write-ahead log of the database keeps traces until whoever runs it lets its old files go.",
    sv: "Databasens transaktionslogg har kvar spår tills den som sköter databasen låter dess gamla filer försvinna.",
    da: "Databasens transaktionslog har spor, til den, der driver databasen, lader dens gamle filer forsvinde.",
  },
  "traces.elsewhere": {
    en: "Whoever runs the database copies its log to other machines or an archive: there traces stay as long as they keep it.",
    sv: "Den som sköter databasen kopierar dess logg till andra maskiner eller ett arkiv: där finns spår kvar så länge de sparas.",
    da: "Den, der driver databasen, kopierer dens log til andre maskiner eller et arkiv: der bliver spor, så længe de gemmes.",
  },
};

type Files = { readonly filesAt: Date | null; readonly undone: readonly string[] };
const tracesOf = ({ filesAt, undone }: Files): string[] =>
  filesAt === null ? ["traces.due"] : ["traces.disk", ...undone.map((what) => `traces.${what}`)];

export const staysOf = (codes: readonly string[], language: Language, files: Files) =>
  [...codes, "tombstones", ...tracesOf(files), "backups"].map((what) => ({
    what,
    sentence: sentences[what]?.[language] ?? what,
  }));

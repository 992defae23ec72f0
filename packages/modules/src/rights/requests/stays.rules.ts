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
  traces: {
    en: "No program reads the erased rows any more, but traces of them can lie in the files of the database until it writes over the place. That has no fixed day: it depends on how much is written.",
    sv: "Inget program läser de raderade raderna längre, men spår av dem kan ligga kvar i databasens filer tills den skriver över platsen. Det har ingen bestämd dag: det beror på hur mycket som skrivs.",
    da: "Intet program læser de slettede rækker mere, men spor af dem kan ligge i databasens filer, til den skriver oven i pladsen. Det har ingen bestemt dag: det afhænger af, hvor meget der skrives.",
  },
};

export const staysOf = (codes: readonly string[], language: Language) =>
  [...codes, "tombstones", "traces", "backups"].map((what) => ({
    what,
    sentence: sentences[what]?.[language] ?? what,
  }));

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
    en: "Copies of the database made before stay until their time is over; when one is used, this erasure is done again before anybody sees it.",
    sv: "Säkerhetskopior från före finns kvar tills deras tid är ute; om en används görs raderingen om innan någon ser den.",
    da: "Sikkerhedskopier fra før bliver, til deres tid er gået; bliver en brugt, gentages sletningen, før nogen ser den.",
  },
};

export const staysOf = (codes: readonly string[], language: Language) =>
  [...codes, "tombstones", "backups"].map((what) => ({
    what,
    sentence: sentences[what]?.[language] ?? what,
  }));

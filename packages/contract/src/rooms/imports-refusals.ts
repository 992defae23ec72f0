// Why an import, or one row of its file, was refused. Sentences say what to do.
import type { Language, RefusalLine } from "../refusal.ts";

export const importRefusals = {
  "imports.unknown": {
    status: 404,
    en: "There is no such import. Open the list and choose one.",
    sv: "Importen finns inte. Öppna listan och välj en.",
    da: "Importen findes ikke. Åbn listen, og vælg en.",
  },
  "imports.file_empty": {
    status: 400,
    en: "The file is empty. Nothing was kept.",
    sv: "Filen är tom. Inget sparades.",
    da: "Filen er tom. Intet blev gemt.",
  },
  "imports.file_too_large": {
    status: 413,
    en: "The file is over 10 GB. Split it and upload the parts.",
    sv: "Filen är större än 10 GB. Dela upp den och ladda upp delarna.",
    da: "Filen er over 10 GB. Del den, og upload delene.",
  },
  "imports.file_not_readable": {
    status: 400,
    en: "This is no CSV, JSON Lines or Parquet file. Unpack archives, and save spreadsheets as CSV (UTF-8).",
    sv: "Det här är ingen CSV-, JSON Lines- eller Parquet-fil. Packa upp arkiv och spara kalkylblad som CSV (UTF-8).",
    da: "Dette er ikke en CSV-, JSON Lines- eller Parquet-fil. Pak arkiver ud, og gem regneark som CSV (UTF-8).",
  },
  "imports.file_utf16": {
    status: 400,
    en: "The file is in UTF-16. Save it as CSV in UTF-8 and upload it again.",
    sv: "Filen är i UTF-16. Spara den som CSV i UTF-8 och ladda upp den igen.",
    da: "Filen er i UTF-16. Gem den som CSV i UTF-8, og upload den igen.",
  },
  "imports.file_json_array": {
    status: 400,
    en: "The file is one JSON list. Write one object a line (JSON Lines) and upload it again.",
    sv: "Filen är en enda JSON-lista. Skriv ett objekt per rad (JSON Lines) och ladda upp den igen.",
    da: "Filen er én JSON-liste. Skriv ét objekt pr. linje (JSON Lines), og upload den igen.",
  },
  "imports.file_broken": {
    status: 400,
    en: "The file ends too early or its inside does not fit together. Export it again.",
    sv: "Filen slutar för tidigt eller hänger inte ihop inuti. Exportera den igen.",
    da: "Filen slutter for tidligt, eller dens indre hænger ikke sammen. Eksportér den igen.",
  },
  "imports.file_gone": {
    status: 410,
    en: "The file is no longer here. Upload it again; what was taken counts once.",
    sv: "Filen finns inte längre här. Ladda upp den igen; det som togs emot räknas en gång.",
    da: "Filen er her ikke længere. Upload den igen; det, der blev modtaget, tæller én gang.",
  },
  "imports.disk_full": {
    status: 507,
    en: "There is no room left on the disk. Nothing was kept; make room and try again.",
    sv: "Disken är full. Inget sparades; gör plats och försök igen.",
    da: "Disken er fuld. Intet blev gemt; skaf plads, og prøv igen.",
  },
  "imports.too_many_columns": {
    status: 400,
    en: "The file has more than 1,000 columns. Export only those that are needed.",
    sv: "Filen har fler än 1 000 kolumner. Exportera bara dem som behövs.",
    da: "Filen har mere end 1.000 kolonner. Eksportér kun dem, der er brug for.",
  },
  "imports.mapping_missing": {
    status: 409,
    en: "Say first what the columns mean: save a mapping, then try or start.",
    sv: "Säg först vad kolumnerna betyder: spara en mappning, pröva eller starta sedan.",
    da: "Sig først, hvad kolonnerne betyder: gem en mapping, og prøv eller start derefter.",
  },
  "imports.mapping_wrong": {
    status: 400,
    en: "The mapping does not fit the file. See the details, mend it and save again.",
    sv: "Mappningen passar inte filen. Se detaljerna, rätta den och spara igen.",
    da: "Mappingen passer ikke til filen. Se detaljerne, ret den, og gem igen.",
  },
  "imports.not_now": {
    status: 409,
    en: "The import is in a state in which this cannot be done. Load it again and see what it does.",
    sv: "Importen är i ett läge där det här inte går. Ladda om den och se vad den gör.",
    da: "Importen er i en tilstand, hvor dette ikke kan gøres. Indlæs den igen, og se, hvad den laver.",
  },
  "imports.too_many_refused": {
    status: 409,
    en: "Over 100,000 rows were refused, so it stopped. Mend the mapping or the file and start again; what was taken counts once.",
    sv: "Över 100 000 rader avvisades, så den stannade. Rätta mappningen eller filen och starta igen; det som togs emot räknas en gång.",
    da: "Over 100.000 rækker blev afvist, så den stoppede. Ret mappingen eller filen, og start igen; det modtagne tæller én gang.",
  },
  "imports.broken": {
    status: 500,
    en: "It broke five times at the same place, which is logged. Send us the import's id; what was taken stays.",
    sv: "Den gick sönder fem gånger på samma ställe, vilket är loggat. Skicka oss importens id; det som togs emot finns kvar.",
    da: "Den gik i stykker fem gange samme sted, hvilket er logget. Send os importens id; det modtagne bliver.",
  },
} as const satisfies Record<string, RefusalLine>;

/** Why one row was left out. The status is never sent. */
export const rowRefusals = {
  "imports.row_ragged": {
    status: 400,
    en: "The row has not as many fields as the header. Look for a missing quote or an extra separator.",
    sv: "Raden har inte lika många fält som rubriken. Leta efter ett saknat citattecken eller en extra avgränsare.",
    da: "Rækken har ikke lige så mange felter som overskriften. Led efter et manglende citationstegn eller en ekstra separator.",
  },
  "imports.row_quotes": {
    status: 400,
    en: "A quoted field is not closed, or text follows its closing quote. Double the quotes inside fields.",
    sv: "Ett citerat fält stängs inte, eller text följer efter citattecknet. Dubbla citattecken inuti fält.",
    da: "Et felt i citationstegn lukkes ikke, eller der er tekst efter citationstegnet. Fordobl citationstegn inde i felter.",
  },
  "imports.row_too_long": {
    status: 400,
    en: "The row is over 1 MB. Leave out the long column.",
    sv: "Raden är större än 1 MB. Utelämna den långa kolumnen.",
    da: "Rækken er over 1 MB. Udelad den lange kolonne.",
  },
  "imports.row_too_wide": {
    status: 400,
    en: "The row has more than 1,000 fields.",
    sv: "Raden har fler än 1 000 fält.",
    da: "Rækken har mere end 1.000 felter.",
  },
  "imports.row_encoding": {
    status: 400,
    en: "The row holds bytes that are not UTF-8. Save the file in UTF-8, or choose its encoding.",
    sv: "Raden innehåller byte som inte är UTF-8. Spara filen i UTF-8, eller välj dess teckenkodning.",
    da: "Rækken har byte, der ikke er UTF-8. Gem filen i UTF-8, eller vælg dens tegnkodning.",
  },
  "imports.row_not_json": {
    status: 400,
    en: "The line is not one JSON object.",
    sv: "Raden är inte ett JSON-objekt.",
    da: "Linjen er ikke ét JSON-objekt.",
  },
  "imports.row_nobody": {
    status: 400,
    en: "The row names nobody: every column with an identifier is empty or says nothing.",
    sv: "Raden nämner ingen: alla kolumner med identifierare är tomma eller säger inget.",
    da: "Rækken nævner ingen: alle kolonner med identifikatorer er tomme eller siger intet.",
  },
  "imports.row_time_bad": {
    status: 400,
    en: "The time does not have the format of the mapping, or is empty.",
    sv: "Tiden har inte mappningens format, eller är tom.",
    da: "Tiden har ikke mappingens format eller er tom.",
  },
  "imports.row_number_bad": {
    status: 400,
    en: "A number cannot be read. Check the decimal separator of the mapping.",
    sv: "Ett tal går inte att läsa. Kontrollera mappningens decimaltecken.",
    da: "Et tal kan ikke læses. Kontrollér mappingens decimaltegn.",
  },
  "imports.row_money_bad": {
    status: 400,
    en: "An amount cannot be read, has no known currency, or more decimals than its currency.",
    sv: "Ett belopp går inte att läsa, saknar känd valuta eller har fler decimaler än valutan.",
    da: "Et beløb kan ikke læses, mangler kendt valuta eller har flere decimaler end valutaen.",
  },
  "imports.row_without_key": {
    status: 400,
    en: "A column that says which rows belong together, or that makes the message id, is empty.",
    sv: "En kolumn som säger vilka rader som hör ihop, eller som ger meddelande-id, är tom.",
    da: "En kolonne, der siger, hvilke rækker der hører sammen, eller som giver besked-id, er tom.",
  },
  "imports.row_disagrees": {
    status: 400,
    en: "The row names another person than the rows it belongs with (same order, other customer).",
    sv: "Raden nämner en annan person än raderna den hör ihop med (samma order, annan kund).",
    da: "Rækken nævner en anden person end de rækker, den hører sammen med (samme ordre, anden kunde).",
  },
  "imports.row_group_full": {
    status: 400,
    en: "More than 20,000 rows or 8 MB say they belong together. Check the column that groups them.",
    sv: "Fler än 20 000 rader eller 8 MB säger att de hör ihop. Kontrollera kolumnen som grupperar dem.",
    da: "Mere end 20.000 rækker eller 8 MB siger, at de hører sammen. Kontrollér kolonnen, der grupperer dem.",
  },
} as const satisfies Record<string, RefusalLine>;
export type RowRefusal = keyof typeof rowRefusals;

/** What was seen and done while looking at a file: told, never refused. */
export const importNotes = {
  "imports.saw_windows_1252": {
    en: "The file is not UTF-8. It was read as Windows-1252 (Western European); look at the letters in the sample.",
    sv: "Filen är inte UTF-8. Den lästes som Windows-1252 (västeuropeisk); kontrollera bokstäverna i provet.",
    da: "Filen er ikke UTF-8. Den blev læst som Windows-1252 (vesteuropæisk); kontrollér bogstaverne i prøven.",
  },
  "imports.saw_broken_utf8": {
    en: "The file is UTF-8 with some broken bytes. Rows that hold them are refused.",
    sv: "Filen är UTF-8 med några trasiga byte. Rader som innehåller dem avvisas.",
    da: "Filen er UTF-8 med nogle ødelagte byte. Rækker, der har dem, afvises.",
  },
  "imports.renamed_columns": {
    en: "Columns without a name, or with a name that came before, were given one.",
    sv: "Kolumner utan namn, eller med ett namn som redan fanns, fick ett eget.",
    da: "Kolonner uden navn, eller med et navn, der kom før, fik deres eget.",
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
export type ImportNote = keyof typeof importNotes;

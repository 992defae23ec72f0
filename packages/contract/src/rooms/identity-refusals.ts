// Every "no" about who is who.
import type { RefusalLine } from "../refusal.ts";

export const identityRefusals = {
  "people.limit_login": {
    status: 409,
    en: "Each has a login of their own, and two logins are never one person. Withdraw the wrong one first.",
    sv: "Båda har egen inloggning, och två inloggningar är aldrig en person. Dra först tillbaka den som är fel.",
    da: "Begge har deres eget login, og to login er aldrig én person. Træk først det forkerte tilbage.",
  },
  "people.limit_club_card": {
    status: 409,
    en: "Together they would have more club cards than one person may. Split off those that are somebody else's first.",
    sv: "Tillsammans skulle de ha fler klubbkort än en person får ha. Dela först av dem som är någon annans.",
    da: "Tilsammen ville de have flere klubkort, end én person må have. Del først dem fra, der er en andens.",
  },
  "people.limit_email": {
    status: 409,
    en: "Together they would have more e-mail addresses than one person may. Split off those that are somebody else's first.",
    sv: "Tillsammans skulle de ha fler e-postadresser än en person får ha. Dela först av dem som är någon annans.",
    da: "Tilsammen ville de have flere e-mailadresser, end én person må have. Del først dem fra, der er en andens.",
  },
  "people.limit_phone": {
    status: 409,
    en: "Together they would have more phone numbers than one person may. Split off those that are somebody else's first.",
    sv: "Tillsammans skulle de ha fler telefonnummer än en person får ha. Dela först av dem som är någon annans.",
    da: "Tilsammen ville de have flere telefonnumre, end én person må have. Del først dem fra, der er en andens.",
  },
  "people.window_login": {
    status: 409,
    en: "Together they would have got more logins in a short time than one person may. Split off those that are somebody else's first.",
    sv: "Tillsammans skulle de ha fått fler inloggningar på kort tid än en person får. Dela först av dem som är någon annans.",
    da: "Tilsammen ville de have fået flere login på kort tid, end én person må. Del først dem fra, der er en andens.",
  },
  "people.window_club_card": {
    status: 409,
    en: "Together they would have got more club cards in a short time than one person may. Split off those that are somebody else's first.",
    sv: "Tillsammans skulle de ha fått fler klubbkort på kort tid än en person får. Dela först av dem som är någon annans.",
    da: "Tilsammen ville de have fået flere klubkort på kort tid, end én person må. Del først dem fra, der er en andens.",
  },
  "people.window_email": {
    status: 409,
    en: "Together they would have got more e-mail addresses in a short time than one person may. Split off those that are somebody else's first.",
    sv: "Tillsammans skulle de ha fått fler e-postadresser på kort tid än en person får. Dela först av dem som är någon annans.",
    da: "Tilsammen ville de have fået flere e-mailadresser på kort tid, end én person må. Del først dem fra, der er en andens.",
  },
  "people.window_phone": {
    status: 409,
    en: "Together they would have got more phone numbers in a short time than one person may. Split off those that are somebody else's first.",
    sv: "Tillsammans skulle de ha fått fler telefonnummer på kort tid än en person får. Dela först av dem som är någon annans.",
    da: "Tilsammen ville de have fået flere telefonnumre på kort tid, end én person må. Del først dem fra, der er en andens.",
  },
  "people.ruled_apart": {
    status: 409,
    en: "A colleague ruled that these two are not one person. Undo that ruling first, if it was wrong.",
    sv: "En kollega har bestämt att de här två inte är en person. Ångra först det beslutet, om det var fel.",
    da: "En kollega har bestemt, at disse to ikke er én person. Fortryd først den beslutning, hvis den var forkert.",
  },
  "people.ruling_without_effect": {
    status: 409,
    en: "This would not make one person of the two. See why the two are apart, and choose other identifiers.",
    sv: "Det här skulle inte göra en person av de två. Se varför de är två, och välj andra identifierare.",
    da: "Dette ville ikke gøre de to til én person. Se, hvorfor de er to, og vælg andre identifikatorer.",
  },
  "people.join_same": {
    status: 409,
    en: "Both are the same thing. Choose two different people or identifiers.",
    sv: "Båda är samma sak. Välj två olika personer eller identifierare.",
    da: "Begge er det samme. Vælg to forskellige personer eller identifikatorer.",
  },
  "people.not_theirs": {
    status: 409,
    en: "One of these identifiers is not this person's, perhaps any more. Open the person again and choose from the list.",
    sv: "En av identifierarna är inte den här personens, kanske inte längre. Öppna personen igen och välj ur listan.",
    da: "En af identifikatorerne er ikke denne persons, måske ikke længere. Åbn personen igen, og vælg fra listen.",
  },
  "people.split_all": {
    status: 409,
    en: "These are all that the person has. Leave at least one identifier behind.",
    sv: "Det här är allt som personen har. Lämna kvar minst en identifierare.",
    da: "Dette er alt, hvad personen har. Lad mindst én identifikator blive tilbage.",
  },
  "people.nothing_claimed": {
    status: 409,
    en: "No event says that these two belong together. To part them, keep them apart instead.",
    sv: "Ingen händelse säger att de här två hör ihop. Håll dem isär i stället, om de ska skiljas.",
    da: "Ingen hændelse siger, at disse to hører sammen. Hold dem adskilt i stedet, hvis de skal skilles.",
  },
  "people.act_taken": {
    status: 409,
    en: "This act id was used for something else. Make a new id for each act.",
    sv: "Det här id:t har använts till något annat. Skapa ett nytt id för varje handling.",
    da: "Dette id er brugt til noget andet. Lav et nyt id til hver handling.",
  },
  "people.ruling_unknown": {
    status: 404,
    en: "There is no such ruling. See the person's list of rulings.",
    sv: "Det finns inget sådant beslut. Se personens lista över beslut.",
    da: "Der er ingen sådan beslutning. Se personens liste over beslutninger.",
  },
  "people.ruling_undone": {
    status: 409,
    en: "This ruling is undone already. To have it again, rule again.",
    sv: "Beslutet är redan ångrat. Besluta igen om det ska gälla på nytt.",
    da: "Beslutningen er allerede fortrudt. Beslut igen, hvis den skal gælde på ny.",
  },
  "people.hub_visitor": {
    status: 409,
    en: "A visitor id is a device, not a value that people share. Choose an e-mail, a phone or another identifier.",
    sv: "Ett besökar-id är en enhet, inte ett värde som flera delar. Välj e-post, telefon eller en annan identifierare.",
    da: "Et besøgs-id er en enhed, ikke en værdi, som flere deler. Vælg e-mail, telefon eller en anden identifikator.",
  },
  "people.why_whom": {
    status: 400,
    en: "Say whom to compare with: other, a person id, or kind and value of an identifier.",
    sv: "Ange vem det ska jämföras med: other, ett person-id, eller kind och value för en identifierare.",
    da: "Angiv, hvem der skal sammenlignes med: other, et person-id, eller kind og value for en identifikator.",
  },
} as const satisfies Record<string, RefusalLine>;

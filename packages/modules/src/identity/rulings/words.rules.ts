// Claims, what became of them, and rules, said in words.
import type { Language } from "@somlos/contract";
import type { ClaimRule } from "../claims.rules.ts";
import type { ClaimState } from "./why.rules.ts";

type Said = Readonly<Record<Language, string>>;

export const ruleWords: Readonly<Record<ClaimRule, Said>> = {
  carried: {
    en: "One event carried both.",
    sv: "En händelse bar båda.",
    da: "En hændelse bar begge.",
  },
  signed: {
    en: "The login signed in on the device.",
    sv: "Inloggningen loggade in på enheten.",
    da: "Loginnet loggede ind på enheden.",
  },
  seen: {
    en: "It was typed on the device without being signed in.",
    sv: "Den skrevs på enheten utan inloggning.",
    da: "Den blev skrevet på enheden uden login.",
  },
  moved: {
    en: "A sign-in that arrived late moved where the visit begins.",
    sv: "En inloggning som kom sent flyttade var besöket börjar.",
    da: "Et login, der kom sent, flyttede, hvor besøget begynder.",
  },
  ruled: {
    en: "A colleague ruled that they are one person.",
    sv: "En kollega har bestämt att de är en person.",
    da: "En kollega har bestemt, at de er én person.",
  },
};

export const stateWords: Readonly<Record<ClaimState, Said>> = {
  joins: {
    en: "It joins the two.",
    sv: "Det förenar de två.",
    da: "Det forener de to.",
  },
  counts: {
    en: "It counts, but stronger reasons had joined them already.",
    sv: "Det räknas, men starkare skäl hade redan förenat dem.",
    da: "Det tæller, men stærkere grunde havde allerede forenet dem.",
  },
  "limit.login": {
    en: "Refused: together they would have two logins.",
    sv: "Avvisat: tillsammans skulle de ha två inloggningar.",
    da: "Afvist: tilsammen ville de have to login.",
  },
  "limit.club_card": {
    en: "Refused: together they would have too many club cards.",
    sv: "Avvisat: tillsammans skulle de ha för många klubbkort.",
    da: "Afvist: tilsammen ville de have for mange klubkort.",
  },
  "limit.email": {
    en: "Refused: together they would have too many e-mail addresses.",
    sv: "Avvisat: tillsammans skulle de ha för många e-postadresser.",
    da: "Afvist: tilsammen ville de have for mange e-mailadresser.",
  },
  "limit.phone": {
    en: "Refused: together they would have too many phone numbers.",
    sv: "Avvisat: tillsammans skulle de ha för många telefonnummer.",
    da: "Afvist: tilsammen ville de have for mange telefonnumre.",
  },
  "window.login": {
    en: "Refused: together they would have got too many logins in a short time.",
    sv: "Avvisat: tillsammans skulle de ha fått för många inloggningar på kort tid.",
    da: "Afvist: tilsammen ville de have fået for mange login på kort tid.",
  },
  "window.club_card": {
    en: "Refused: together they would have got too many club cards in a short time.",
    sv: "Avvisat: tillsammans skulle de ha fått för många klubbkort på kort tid.",
    da: "Afvist: tilsammen ville de have fået for mange klubkort på kort tid.",
  },
  "window.email": {
    en: "Refused: together they would have got too many e-mail addresses in a short time.",
    sv: "Avvisat: tillsammans skulle de ha fått för många e-postadresser på kort tid.",
    da: "Afvist: tilsammen ville de have fået for mange e-mailadresser på kort tid.",
  },
  "window.phone": {
    en: "Refused: together they would have got too many phone numbers in a short time.",
    sv: "Avvisat: tillsammans skulle de ha fått för många telefonnummer på kort tid.",
    da: "Afvist: tilsammen ville de have fået for mange telefonnumre på kort tid.",
  },
  proven: {
    en: "Refused: a browser's word does not join two who each hold something proven.",
    sv: "Avvisat: en webbläsares ord förenar inte två som var för sig har något styrkt.",
    da: "Afvist: en browsers ord forener ikke to, der hver har noget bevist.",
  },
  ruled_apart: {
    en: "Refused: a colleague ruled that they are not one person.",
    sv: "Avvisat: en kollega har bestämt att de inte är en person.",
    da: "Afvist: en kollega har bestemt, at de ikke er én person.",
  },
  withdrawn: {
    en: "It does not count: a colleague withdrew it.",
    sv: "Det räknas inte: en kollega har dragit tillbaka det.",
    da: "Det tæller ikke: en kollega har trukket det tilbage.",
  },
  hub: {
    en: "It does not count: so many are tied to this value that it says nothing of anybody.",
    sv: "Det räknas inte: så många är knutna till värdet att det inte säger något om någon.",
    da: "Det tæller ikke: så mange er knyttet til værdien, at den intet siger om nogen.",
  },
  rule: {
    en: "It does not count: by the rules such a claim says nothing.",
    sv: "Det räknas inte: enligt reglerna säger ett sådant belägg ingenting.",
    da: "Det tæller ikke: efter reglerne siger et sådant belæg intet.",
  },
};

const answers = {
  one: {
    en: "They are one person: {n} claims lead from one to the other.",
    sv: "De är en person: {n} belägg leder från den ena till den andra.",
    da: "De er én person: {n} belæg fører fra den ene til den anden.",
  },
  itself: { en: "They are the same.", sv: "De är samma.", da: "De er den samme." },
  nothing: {
    en: "They are two people: nothing says that they belong together.",
    sv: "De är två personer: inget säger att de hör ihop.",
    da: "De er to personer: intet siger, at de hører sammen.",
  },
  ruled: {
    en: "They are two people: a colleague ruled that they are not one person.",
    sv: "De är två personer: en kollega har bestämt att de inte är en person.",
    da: "De er to personer: en kollega har bestemt, at de ikke er én person.",
  },
  also_ruled: {
    en: "A colleague ruled that they are not one person.",
    sv: "En kollega har bestämt att de inte är en person.",
    da: "En kollega har bestemt, at de ikke er én person.",
  },
  refused: {
    en: "They are two people: {n} claims between them were refused or do not count.",
    sv: "De är två personer: {n} belägg mellan dem avvisades eller räknas inte.",
    da: "De er to personer: {n} belæg mellem dem blev afvist eller tæller ikke.",
  },
  turns: {
    en: "{n} people have used the device by turns; the visits say who and when.",
    sv: "{n} personer har använt enheten i tur och ordning; besöken visar vem och när.",
    da: "{n} personer har skiftedes til at bruge enheden; besøgene viser, hvem og hvornår.",
  },
} as const satisfies Record<string, Said>;

export const answerWords = (what: keyof typeof answers, n: number, language: Language): string =>
  answers[what][language].replace("{n}", String(n));

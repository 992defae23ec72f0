// What customers could read about a basis for sharing: a beginning to write on. Pure.
import type { SharingGround } from "@somlos/contract/rooms/company-sharings";
import type { Language } from "@somlos/look/language";

type Say = (names: string) => string;

const sentences: Readonly<Record<SharingGround, Readonly<Record<Language, Say>>>> = {
  joint_controllers: {
    en: (names) =>
      `${names} look after your details together. You are one and the same customer with them, and whichever you turn to answers your questions and sees to your rights.`,
    sv: (names) =>
      `${names} tar hand om dina uppgifter tillsammans. Du är en och samma kund hos dem, och vilken du än vänder dig till svarar på dina frågor och ser till dina rättigheter.`,
    da: (names) =>
      `${names} passer på dine oplysninger sammen. Du er én og samme kunde hos dem, og den, du henvender dig til, svarer på dine spørgsmål og sørger for dine rettigheder.`,
  },
  processor_agreement: {
    en: (names) =>
      `${names} work with your details under an agreement: one decides why, the others only do what it asks. You are one and the same customer with them.`,
    sv: (names) =>
      `${names} arbetar med dina uppgifter enligt avtal: en bestämmer varför, övriga gör bara det de blir ombedda om. Du är en och samma kund hos dem.`,
    da: (names) =>
      `${names} arbejder med dine oplysninger efter aftale: én bestemmer hvorfor, de øvrige gør kun det, de bliver bedt om. Du er én og samme kunde hos dem.`,
  },
  group_interest: {
    en: (names) =>
      `${names} belong to the same group and know you as one customer, so that you need not tell the same thing twice. You may object at any time.`,
    sv: (names) =>
      `${names} hör till samma koncern och känner dig som en kund, så att du slipper berätta samma sak två gånger. Du kan när som helst invända mot det.`,
    da: (names) =>
      `${names} hører til samme koncern og kender dig som én kunde, så du slipper for at fortælle det samme to gange. Du kan til enhver tid gøre indsigelse.`,
  },
  consent: {
    en: (names) =>
      `You have said yes to ${names} knowing you as one customer. You can take it back at any time.`,
    sv: (names) =>
      `Du har sagt ja till att ${names} känner dig som en kund. Du kan ta tillbaka ditt ja när som helst.`,
    da: (names) =>
      `Du har sagt ja til, at ${names} kender dig som én kunde. Du kan til enhver tid trække dit ja tilbage.`,
  },
  merger: {
    en: (names) =>
      `${names} are becoming one company, and your details go with them. What you were promised still holds.`,
    sv: (names) =>
      `${names} blir ett och samma bolag, och dina uppgifter följer med. Det du har blivit lovad gäller fortfarande.`,
    da: (names) =>
      `${names} bliver til ét selskab, og dine oplysninger følger med. Det, du er blevet lovet, gælder stadig.`,
  },
};

/** Almvik AB and Almvik A/S. */
export const listNames = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" }).format(names);

/** Empty until there are two to speak of. */
export const proposeWords = (ground: SharingGround, names: readonly string[], language: Language): string =>
  names.length < 2 ? "" : sentences[ground][language](listNames(names, language));

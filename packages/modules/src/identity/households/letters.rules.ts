// The mails of households. No word of a person's making is in them: nobody can send their words to strangers through us. Pure.
import type { Language } from "@somlos/contract";
import { letter } from "@somlos/kernel/mail";

type Written = { readonly subject: string; readonly html: string; readonly text: string };
type Head = { readonly language: Language; readonly house: string };
type Words = { readonly title: string; readonly paragraphs: readonly string[]; readonly note: string };

export function invitationLetter({ language, house }: Head, url: string): Written {
  const words: Readonly<Record<Language, Words & { readonly button: string }>> = {
    en: {
      title: `You are invited to a household at ${house}`,
      paragraphs: [
        "Somebody who knows your address invites you. Whom and what to, you see when you have signed in with this address.",
        "Nothing is shared by accepting but the name you choose there. The invitation works once, for seven days.",
      ],
      button: "See the invitation",
      note: "Do you know nothing of this? Do nothing. Nobody is told whether we know your address.",
    },
    sv: {
      title: `Du är inbjuden till ett hushåll hos ${house}`,
      paragraphs: [
        "Någon som känner till din adress bjuder in dig. Vem, och till vad, ser du när du loggat in med den här adressen.",
        "Inget delas när du tackar ja, utom namnet du väljer där. Inbjudan fungerar en gång, i sju dagar.",
      ],
      button: "Se inbjudan",
      note: "Känner du inte till det här? Gör inget. Ingen får veta om vi känner till din adress.",
    },
    da: {
      title: `Du er inviteret til en husstand hos ${house}`,
      paragraphs: [
        "En, der kender din adresse, inviterer dig. Hvem, og til hvad, ser du, når du har logget ind med denne adresse.",
        "Intet deles, når du siger ja, undtagen det navn, du vælger der. Invitationen virker én gang, i syv dage.",
      ],
      button: "Se invitationen",
      note: "Kender du ikke til det her? Gør ingenting. Ingen får at vide, om vi kender din adresse.",
    },
  };
  const { title, paragraphs, button, note } = words[language];
  const sent = { title, paragraphs, button: { label: button, url }, language, sender: house, note };
  return { subject: title, ...letter(sent) };
}

export function removedLetter({ language, house }: Head, url: string): Written {
  const words: Readonly<Record<Language, Words & { readonly button: string }>> = {
    en: {
      title: "You are no longer in a household",
      paragraphs: [
        "The one who made it took you out. What you shared there is seen by nobody any more, and nothing of the others is seen by you.",
      ],
      button: "To your corner",
      note: `Everything else at ${house} is as it was.`,
    },
    sv: {
      title: "Du är inte längre med i ett hushåll",
      paragraphs: [
        "Den som gjorde det tog bort dig. Det du delade där ser ingen längre, och du ser inget av de andras.",
      ],
      button: "Till din hörna",
      note: `Allt annat hos ${house} är som förut.`,
    },
    da: {
      title: "Du er ikke længere med i en husstand",
      paragraphs: [
        "Den, der oprettede den, tog dig ud. Det, du delte der, ser ingen længere, og du ser intet af de andres.",
      ],
      button: "Til dit hjørne",
      note: `Alt andet hos ${house} er som før.`,
    },
  };
  const { title, paragraphs, button, note } = words[language];
  const sent = { title, paragraphs, button: { label: button, url }, language, sender: house, note };
  return { subject: title, ...letter(sent) };
}

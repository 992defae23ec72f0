// What somebody may be told who asks for what we hold about them.
import type { RefusalLine } from "../refusal.ts";

export const rightsRefusals = {
  "rights.waiting_already": {
    status: 409,
    en: "You have asked for this already. See when it is done, or cancel it first.",
    sv: "Du har redan bett om det här. Se när det blir klart, eller avbryt det först.",
    da: "Du har allerede bedt om dette. Se, hvornår det er klart, eller annullér det først.",
  },
  "rights.too_many_waiting": {
    status: 409,
    en: "Ten erasures wait already. Wait until one is done, or cancel one.",
    sv: "Tio raderingar väntar redan. Vänta tills en är klar, eller avbryt en.",
    da: "Ti sletninger venter allerede. Vent, til en er klar, eller annullér en.",
  },
  "rights.not_ready": {
    status: 409,
    en: "It is not ready yet. Try again in a moment.",
    sv: "Det är inte klart än. Försök igen om en stund.",
    da: "Det er ikke klar endnu. Prøv igen om lidt.",
  },
  "rights.of_several": {
    status: 409,
    en: "This copy was made when things of somebody else were held to be of the same person. Ask for a new one.",
    sv: "Kopian gjordes när någon annans saker räknades till samma person. Be om en ny.",
    da: "Kopien blev lavet, da en andens ting blev regnet til samme person. Bed om en ny.",
  },
  "rights.too_late": {
    status: 409,
    en: "It has begun and cannot be cancelled.",
    sv: "Det har börjat och går inte att avbryta.",
    da: "Det er begyndt og kan ikke annulleres.",
  },
  "rights.not_found": {
    status: 404,
    en: "There is no such request.",
    sv: "Det finns ingen sådan begäran.",
    da: "Der findes ingen sådan anmodning.",
  },
  "rights.person_said": {
    status: 409,
    en: "The person said this themselves, and only they change it. Ask them to do so in their corner.",
    sv: "Det här har personen själv sagt, och bara den kan ändra det. Be personen göra det i sitt hörn.",
    da: "Det her har personen selv sagt, og kun personen kan ændre det. Bed personen gøre det i sit hjørne.",
  },
  "rights.no_identifier": {
    status: 409,
    en: "A fact needs an identifier that it can go with, and this person has none like it. Take one from the person's page.",
    sv: "En uppgift behöver en identifierare att höra till, och personen har ingen sådan. Ta en från personens sida.",
    da: "En oplysning skal høre til en identifikator, og personen har ikke sådan en. Tag en fra personens side.",
  },
  "rights.being_erased": {
    status: 409,
    en: "This person is being erased. Nothing is written down any more.",
    sv: "Den här personen håller på att raderas. Inget skrivs ner längre.",
    da: "Denne person er ved at blive slettet. Der skrives ikke mere ned.",
  },
  "rights.fact_bad": {
    status: 400,
    en: "This cannot be corrected to that: give a short value.",
    sv: "Uppgiften kan inte rättas till det: ange ett kort värde.",
    da: "Oplysningen kan ikke rettes til det: angiv en kort værdi.",
  },
} as const satisfies Record<string, RefusalLine>;

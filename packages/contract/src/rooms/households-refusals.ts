// What a customer may be told about a household: plain words.
import type { RefusalLine } from "../refusal.ts";

export const householdRefusals = {
  "household.invitation_dead": {
    status: 410,
    en: "This invitation no longer works. Ask for a new one.",
    sv: "Inbjudan gäller inte längre. Be om en ny.",
    da: "Invitationen gælder ikke længere. Bed om en ny.",
  },
  "household.invitation_elsewhere": {
    status: 409,
    en: "This invitation was mailed to another address. Sign in with that one, or ask for one to be handed to you.",
    sv: "Inbjudan skickades till en annan adress. Logga in med den, eller be att få en i handen.",
    da: "Invitationen blev sendt til en anden adresse. Log ind med den, eller bed om at få en i hånden.",
  },
  "household.full": {
    status: 409,
    en: "There are twelve in this household already. Somebody has to leave first.",
    sv: "Ni är redan tolv i hushållet. Någon behöver lämna det först.",
    da: "I er allerede tolv i husstanden. Nogen skal forlade den først.",
  },
  "household.too_many": {
    status: 409,
    en: "You are in five households already. Leave one first.",
    sv: "Du är redan med i fem hushåll. Lämna ett först.",
    da: "Du er allerede med i fem husstande. Forlad en først.",
  },
  "household.invited_enough": {
    status: 409,
    en: "Twenty invitations are open. Take one back first.",
    sv: "Tjugo inbjudningar är öppna. Ta tillbaka en först.",
    da: "Tyve invitationer er åbne. Træk en tilbage først.",
  },
  "household.not_maker": {
    status: 403,
    en: "Only the one who made the household can do this. You can leave it, or stop sharing, at any time.",
    sv: "Det kan bara den som gjorde hushållet. Du kan lämna det, eller sluta dela, när som helst.",
    da: "Det kan kun den, der oprettede husstanden. Du kan forlade den eller holde op med at dele når som helst.",
  },
  "household.not_shared": {
    status: 404,
    en: "This is not shared with you, or no longer.",
    sv: "Det här delas inte med dig, eller inte längre.",
    da: "Det her deles ikke med dig, eller ikke længere.",
  },
} as const satisfies Record<string, RefusalLine>;

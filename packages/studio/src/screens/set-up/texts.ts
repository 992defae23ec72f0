import { texts } from "@somlos/look/language";

export const setUpTexts = texts({
  en: {
    title: "Welcome",
    ownerTitle: "Become the owner",
    ownerLead: (until: string) =>
      `You are the first. An owner opens every door, invites colleagues and makes keys. The link is good once, until ${until}.`,
    inviteTitle: (name: string) => `Welcome, ${name}`,
    inviteLead: (until: string) =>
      `You have been invited. Choose how you come in from now on. The link is good once, until ${until}.`,
    looking: "Looking at the link",
    name: "Your name",
    nameHint: "As colleagues know you.",
    email: "Your e-mail",
    emailHint: "You sign in with it, and a new password is sent there.",
    way: "How you come in",
    passkey: "Passkey",
    passkeySays: "Fingerprint, face or the device's code. Cannot be guessed or sent to the wrong site.",
    password: "Password",
    passwordSays: "Works everywhere. A passkey can be added later.",
    noPasskeys: "Passkeys need https, or this machine itself; so it goes by password here.",
    act: "Come in",
    actPasskey: "Make a passkey and come in",
    deadOwner: "For a new one, start Sömlös again: it writes a fresh link as long as there is no owner.",
    deadInvite: "If you were invited, ask the colleague who invited you; inviting again sends a new link.",
    signedIn: (name: string) => `${name} is signed in here now. Going on signs them out in this browser.`,
  },
  sv: {
    title: "Välkommen",
    ownerTitle: "Bli ägare",
    ownerLead: (until: string) =>
      `Du är först. En ägare öppnar alla dörrar, bjuder in kollegor och skapar nycklar. Länken gäller en gång, till ${until}.`,
    inviteTitle: (name: string) => `Välkommen, ${name}`,
    inviteLead: (until: string) =>
      `Du är inbjuden. Välj hur du kommer in från och med nu. Länken gäller en gång, till ${until}.`,
    looking: "Tittar på länken",
    name: "Ditt namn",
    nameHint: "Så som kollegorna känner dig.",
    email: "Din e-post",
    emailHint: "Du loggar in med den, och dit skickas ett nytt lösenord.",
    way: "Så kommer du in",
    passkey: "Lösennyckel",
    passkeySays: "Fingeravtryck, ansikte eller enhetens kod. Kan inte gissas eller skickas till fel sida.",
    password: "Lösenord",
    passwordSays: "Fungerar överallt. En lösennyckel kan läggas till senare.",
    noPasskeys: "Lösennycklar kräver https, eller just den här datorn; därför går det med lösenord här.",
    act: "Kom in",
    actPasskey: "Skapa en lösennyckel och kom in",
    deadOwner: "För en ny: starta om Sömlös. Så länge ingen ägare finns skrivs en ny länk.",
    deadInvite: "Om du var inbjuden, be kollegan som bjöd in dig; en ny inbjudan skickar en ny länk.",
    signedIn: (name: string) =>
      `${name} är inloggad här nu. Går du vidare loggas hen ut i den här webbläsaren.`,
  },
  da: {
    title: "Velkommen",
    ownerTitle: "Bliv ejer",
    ownerLead: (until: string) =>
      `Du er den første. En ejer åbner alle døre, inviterer kolleger og laver nøgler. Linket gælder én gang, indtil ${until}.`,
    inviteTitle: (name: string) => `Velkommen, ${name}`,
    inviteLead: (until: string) =>
      `Du er inviteret. Vælg, hvordan du kommer ind fra nu af. Linket gælder én gang, indtil ${until}.`,
    looking: "Ser på linket",
    name: "Dit navn",
    nameHint: "Som kollegerne kender dig.",
    email: "Din e-mail",
    emailHint: "Du logger ind med den, og en ny adgangskode sendes dertil.",
    way: "Sådan kommer du ind",
    passkey: "Adgangsnøgle",
    passkeySays:
      "Fingeraftryk, ansigt eller enhedens kode. Kan ikke gættes eller sendes til en forkert side.",
    password: "Adgangskode",
    passwordSays: "Virker overalt. En adgangsnøgle kan tilføjes senere.",
    noPasskeys: "Adgangsnøgler kræver https eller netop denne maskine; derfor går det med adgangskode her.",
    act: "Kom ind",
    actPasskey: "Lav en adgangsnøgle, og kom ind",
    deadOwner: "For et nyt: start Sömlös igen. Så længe der ingen ejer er, skrives et nyt link.",
    deadInvite:
      "Var du inviteret, så bed kollegaen, der inviterede dig; en ny invitation sender et nyt link.",
    signedIn: (name: string) =>
      `${name} er logget ind her nu. Går du videre, logges vedkommende ud i denne browser.`,
  },
});

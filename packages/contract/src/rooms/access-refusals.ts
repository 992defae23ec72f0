// Every "no" of the room access.
import type { RefusalLine } from "../refusal.ts";

export const accessRefusals = {
  "session.refused": {
    status: 401,
    en: "That did not match. Check the address and the password, or ask for a new password.",
    sv: "Det stämde inte. Kontrollera adressen och lösenordet, eller be om ett nytt lösenord.",
    da: "Det passede ikke. Kontrollér adressen og adgangskoden, eller bed om en ny adgangskode.",
  },
  "session.passkeys_away": {
    status: 409,
    en: "Passkeys need a domain name. Set SOMLOS_URL to the https address of this installation.",
    sv: "Lösennycklar behöver ett domännamn. Sätt SOMLOS_URL till installationens https-adress.",
    da: "Adgangsnøgler kræver et domænenavn. Sæt SOMLOS_URL til installationens https-adresse.",
  },
  "set_up.link_dead": {
    status: 410,
    en: "This link has been used or its time is up. Ask for a new one.",
    sv: "Länken är använd eller för gammal. Be om en ny.",
    da: "Linket er brugt eller for gammelt. Bed om et nyt.",
  },
  "set_up.email_missing": {
    status: 400,
    en: "Give the e-mail address you want to sign in with.",
    sv: "Ange e-postadressen som du vill logga in med.",
    da: "Angiv den e-mailadresse, du vil logge ind med.",
  },
  "set_up.passkey_refused": {
    status: 400,
    en: "The passkey could not be confirmed. Try once more, or choose a password.",
    sv: "Lösennyckeln kunde inte bekräftas. Försök igen, eller välj ett lösenord.",
    da: "Adgangsnøglen kunne ikke bekræftes. Prøv igen, eller vælg en adgangskode.",
  },
  "password.too_short": {
    status: 400,
    en: "A password has at least 12 characters.",
    sv: "Ett lösenord har minst 12 tecken.",
    da: "En adgangskode har mindst 12 tegn.",
  },
  "password.about_you": {
    status: 400,
    en: "The password is mostly your own address or name. Choose one that others cannot derive.",
    sv: "Lösenordet är mest din egen adress eller ditt namn. Välj ett som andra inte kan räkna ut.",
    da: "Adgangskoden er mest din egen adresse eller dit navn. Vælg en, som andre ikke kan regne ud.",
  },
  "password.easy": {
    status: 400,
    en: "This password is among the first that are tried. Put four unrelated words together instead.",
    sv: "Lösenordet är bland de första som prövas. Sätt ihop fyra ord utan samband i stället.",
    da: "Adgangskoden er blandt de første, der prøves. Sæt fire ord uden sammenhæng sammen i stedet.",
  },
  "account.sign_in_again": {
    status: 403,
    en: "This needs a sign-in of the last ten minutes. Sign in again, then repeat it.",
    sv: "Det här kräver att du loggat in de senaste tio minuterna. Logga in igen och gör om det.",
    da: "Det kræver, at du har logget ind inden for ti minutter. Log ind igen, og gentag det.",
  },
  "account.last_way_in": {
    status: 409,
    en: "This is your only way in. Add a password or another passkey first.",
    sv: "Det här är din enda väg in. Lägg först till ett lösenord eller en annan lösennyckel.",
    da: "Det er din eneste vej ind. Tilføj først en adgangskode eller en anden adgangsnøgle.",
  },
  "account.old_password_wrong": {
    status: 403,
    en: "The old password is not right. Try again, or ask for a new password by mail.",
    sv: "Det gamla lösenordet stämmer inte. Försök igen, eller be om ett nytt via mejl.",
    da: "Den gamle adgangskode er forkert. Prøv igen, eller bed om en ny pr. mail.",
  },
  "account.passkey_known": {
    status: 409,
    en: "This passkey is registered already.",
    sv: "Den här lösennyckeln är redan registrerad.",
    da: "Denne adgangsnøgle er allerede registreret.",
  },
  "account.not_found": {
    status: 404,
    en: "It is not among your own, or it is gone already. Read the list again.",
    sv: "Den finns inte bland dina egna, eller är redan borta. Läs om listan.",
    da: "Den er ikke blandt dine egne, eller er allerede væk. Læs listen igen.",
  },
  "account.token_has_none": {
    status: 403,
    en: "The installation's own token has no account. Sign in as a colleague.",
    sv: "Installationens egen nyckel har inget konto. Logga in som kollega.",
    da: "Installationens egen nøgle har ingen konto. Log ind som kollega.",
  },
  "staff.unknown": {
    status: 404,
    en: "There is no such colleague. Read the list again.",
    sv: "Den kollegan finns inte. Läs om listan.",
    da: "Den kollega findes ikke. Læs listen igen.",
  },
  "staff.already_here": {
    status: 409,
    en: "This address belongs to an active colleague. Change their roles instead.",
    sv: "Adressen tillhör en aktiv kollega. Ändra rollerna i stället.",
    da: "Adressen tilhører en aktiv kollega. Ændr rollerne i stedet.",
  },
  "staff.no_grant": {
    status: 400,
    en: "A colleague has at least one role. To take all away, deactivate them.",
    sv: "En kollega har minst en roll. Avaktivera kollegan för att ta bort alla.",
    da: "En kollega har mindst én rolle. Deaktivér kollegaen for at fjerne alle.",
  },
  "staff.owner_is_whole": {
    status: 400,
    en: "The role owner is for the whole installation. Leave legal entity and locations empty.",
    sv: "Rollen ägare gäller hela installationen. Lämna bolag och platser tomma.",
    da: "Rollen ejer gælder hele installationen. Lad selskab og steder være tomme.",
  },
  "staff.last_owner": {
    status: 409,
    en: "This is the last owner. Make another colleague an owner first.",
    sv: "Det här är den sista ägaren. Gör först en annan kollega till ägare.",
    da: "Det er den sidste ejer. Gør først en anden kollega til ejer.",
  },
  "keys.unknown": {
    status: 404,
    en: "There is no such key. Read the list again.",
    sv: "Den nyckeln finns inte. Läs om listan.",
    da: "Den nøgle findes ikke. Læs listen igen.",
  },
  "keys.closed": {
    status: 409,
    en: "This key is closed for ever. Make a new one.",
    sv: "Nyckeln är stängd för gott. Skapa en ny.",
    da: "Nøglen er lukket for altid. Lav en ny.",
  },
  "keys.already_rolled": {
    status: 409,
    en: "A new key has taken over from this one already. Roll the new one.",
    sv: "En ny nyckel har redan tagit över. Byt den nya.",
    da: "En ny nøgle har allerede taget over. Udskift den nye.",
  },
  "keys.origin_bad": {
    status: 400,
    en: "An origin is http(s), a domain and nothing after it: https://www.example.com",
    sv: "En webbadress här är http(s), en domän och inget mer: https://www.example.com",
    da: "En webadresse her er http(s), et domæne og intet mere: https://www.example.com",
  },
  "keys.source_unknown": {
    status: 400,
    en: "There is no such source. Choose one from the list of sources.",
    sv: "Den källan finns inte. Välj en ur listan över källor.",
    da: "Den kilde findes ikke. Vælg en fra listen over kilder.",
  },
} as const satisfies Record<string, RefusalLine>;

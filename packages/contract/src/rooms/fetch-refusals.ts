// Every "no" of fetching a file from an address.
import type { RefusalLine } from "../refusal.ts";

export const fetchRefusals = {
  "fetch.address_bad": {
    status: 400,
    en: "The address cannot be fetched. It begins with https:// and has no name or password in it; http:// only where the installation lists the machine.",
    sv: "Adressen går inte att hämta. Den börjar med https:// och har varken namn eller lösenord i sig; http:// bara där installationen nämner maskinen.",
    da: "Adressen kan ikke hentes. Den begynder med https:// og har hverken navn eller adgangskode i sig; http:// kun hvor installationen nævner maskinen.",
  },
  "fetch.inner": {
    status: 400,
    en: "The address leads into an inner network, which is not called. If it is your own, whoever runs the installation lists it in SOMLOS_FETCH_INNER.",
    sv: "Adressen leder in i ett inre nät, som inte anropas. Är det ert eget listar den som driver installationen det i SOMLOS_FETCH_INNER.",
    da: "Adressen fører ind i et indre net, som ikke kaldes. Er det jeres eget, nævner den, der driver installationen, det i SOMLOS_FETCH_INNER.",
  },
  "fetch.no_name": {
    status: 502,
    en: "Nobody knows the name in the address. Check how it is written.",
    sv: "Ingen känner namnet i adressen. Kontrollera hur det är stavat.",
    da: "Ingen kender navnet i adressen. Kontrollér, hvordan det er stavet.",
  },
  "fetch.unreachable": {
    status: 502,
    en: "The machine at the address does not answer, or its certificate does not hold. Ask whoever runs it.",
    sv: "Maskinen på adressen svarar inte, eller så håller inte dess certifikat. Fråga den som driver den.",
    da: "Maskinen på adressen svarer ikke, eller dens certifikat holder ikke. Spørg den, der driver den.",
  },
  "fetch.silent": {
    status: 504,
    en: "The machine at the address said nothing for a minute. Ask whoever runs it if it goes on.",
    sv: "Maskinen på adressen var tyst i en minut. Fråga den som driver den om det fortsätter.",
    da: "Maskinen på adressen var tavs i et minut. Spørg den, der driver den, hvis det fortsætter.",
  },
  "fetch.too_slow": {
    status: 504,
    en: "The file had not come after four hours. Split it, or ask whoever runs the machine.",
    sv: "Filen hade inte kommit efter fyra timmar. Dela den, eller fråga den som driver maskinen.",
    da: "Filen var ikke kommet efter fire timer. Del den, eller spørg den, der driver maskinen.",
  },
  "fetch.cut": {
    status: 502,
    en: "The file broke off on its way, so nothing of it was taken. It is tried again by itself.",
    sv: "Filen bröts på vägen, så inget av den togs emot. Nytt försök görs av sig självt.",
    da: "Filen brød af på vejen, så intet af den blev modtaget. Der prøves igen af sig selv.",
  },
  "fetch.denied": {
    status: 502,
    en: "The machine at the address lets us not in. Check the name and password that are entered for it.",
    sv: "Maskinen på adressen släpper inte in oss. Kontrollera namnet och lösenordet som är inlagda för den.",
    da: "Maskinen på adressen lukker os ikke ind. Kontrollér det navn og den adgangskode, der er lagt ind.",
  },
  "fetch.gone": {
    status: 502,
    en: "There is no file at the address. Check it, or ask whoever makes the file.",
    sv: "Det finns ingen fil på adressen. Kontrollera den, eller fråga den som gör filen.",
    da: "Der er ingen fil på adressen. Kontrollér den, eller spørg den, der laver filen.",
  },
  "fetch.answered": {
    status: 502,
    en: "The machine at the address answers, but not with a file. Ask whoever runs it if it goes on.",
    sv: "Maskinen på adressen svarar, men inte med en fil. Fråga den som driver den om det fortsätter.",
    da: "Maskinen på adressen svarer, men ikke med en fil. Spørg den, der driver den, hvis det fortsætter.",
  },
  "fetch.redirects": {
    status: 502,
    en: "The address leads on more than five times. Enter the one at which the file really is.",
    sv: "Adressen leder vidare mer än fem gånger. Lägg in den där filen verkligen finns.",
    da: "Adressen fører videre mere end fem gange. Læg den ind, hvor filen virkelig er.",
  },
  "fetch.too_large": {
    status: 413,
    en: "The file is larger than 4 GB. Split it into several feeds.",
    sv: "Filen är större än 4 GB. Dela den i flera flöden.",
    da: "Filen er større end 4 GB. Del den i flere feeds.",
  },
  "fetch.swells": {
    status: 413,
    en: "The packed file swells far more than text does, so it was left. Ask whoever makes it to send it unpacked.",
    sv: "Den packade filen sväller långt mer än text gör, så den lämnades. Be den som gör den att skicka den opackad.",
    da: "Den pakkede fil svulmer langt mere, end tekst gør, så den blev ladt ligge. Bed den, der laver den, om at sende den upakket.",
  },
} as const satisfies Record<string, RefusalLine>;

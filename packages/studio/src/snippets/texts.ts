import { texts } from "@somlos/look/language";

export const snippetTexts = texts({
  en: {
    clients: "How do you send?",
    code: "What to paste",
    install: "Install first",
    page: "HTML page",
    copy: "Copy",
  },
  sv: {
    clients: "Hur skickar du?",
    code: "Det här klistrar du in",
    install: "Installera först",
    page: "HTML-sida",
    copy: "Kopiera",
  },
  da: {
    clients: "Hvordan sender du?",
    code: "Det her sætter du ind",
    install: "Installér først",
    page: "HTML-side",
    copy: "Kopiér",
  },
});

import { texts } from "@somlos/look/language";

export const lookTexts = texts({
  en: {
    lead: "Every time a colleague opens a person it is written down, and the person can read it: which function, where and why.",
    readOnly: "You can read this; IT and the owner can change it.",
    roles: "Who says why",
    rolesSays:
      "These roles say once a day why they open a person. Whoever has several roles goes by the one that says most.",
    names: "What people see",
    showNames: "The name of the colleague too",
    showNamesSays:
      "Without it people read the function: “Customer service”. The name stays in the audit either way.",
  },
  sv: {
    lead: "Varje gång en kollega öppnar en person skrivs det ner, och personen kan läsa det: vilken funktion, var och varför.",
    readOnly: "Du kan läsa det här; IT och ägaren kan ändra det.",
    roles: "Vem som säger varför",
    rolesSays:
      "De här rollerna säger en gång om dagen varför de öppnar en person. Den som har flera roller följer den som kräver mest.",
    names: "Vad människor ser",
    showNames: "Också kollegans namn",
    showNamesSays: "Utan det läser personen funktionen: ”Kundtjänst”. Namnet står kvar i loggen oavsett.",
  },
  da: {
    lead: "Hver gang en kollega åbner en person, skrives det ned, og personen kan læse det: hvilken funktion, hvor og hvorfor.",
    readOnly: "Du kan læse dette; IT og ejeren kan ændre det.",
    roles: "Hvem der siger hvorfor",
    rolesSays:
      "Disse roller siger én gang om dagen, hvorfor de åbner en person. Den, der har flere roller, følger den, der kræver mest.",
    names: "Hvad folk ser",
    showNames: "Også kollegaens navn",
    showNamesSays:
      "Uden det læser personen funktionen: »Kundeservice«. Navnet bliver i loggen under alle omstændigheder.",
  },
});

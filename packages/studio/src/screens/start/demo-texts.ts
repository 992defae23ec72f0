import { texts } from "@somlos/look/language";

export const demoTexts = texts({
  en: {
    title: "The demo lives here",
    says: (events: string) =>
      `${events} made-up events, marked as such. Take them away before your own customers come.`,
    take: "Take the demo away",
    sure: "Take the demo away?",
    what: (events: string) =>
      `${events} events and everything known from them go. Your own events stay, and your people are made anew from them; for a minute some of them may be missing here.`,
    yes: "Take it away",
    going: "The demo is being taken away",
    goingSays: (removed: string) => `${removed} events are gone. It goes on by itself, also when you leave.`,
  },
  sv: {
    title: "Demon bor här",
    says: (events: string) =>
      `${events} påhittade händelser, märkta som sådana. Ta bort dem innan dina egna kunder kommer.`,
    take: "Ta bort demon",
    sure: "Ta bort demon?",
    what: (events: string) =>
      `${events} händelser och allt som är känt från dem försvinner. Dina egna händelser stannar, och dina personer görs om från dem; under någon minut kan några saknas här.`,
    yes: "Ta bort den",
    going: "Demon tas bort",
    goingSays: (removed: string) =>
      `${removed} händelser är borta. Det går vidare av sig självt, också när du går härifrån.`,
  },
  da: {
    title: "Demoen bor her",
    says: (events: string) =>
      `${events} opdigtede hændelser, mærket som sådan. Fjern dem, før dine egne kunder kommer.`,
    take: "Fjern demoen",
    sure: "Fjern demoen?",
    what: (events: string) =>
      `${events} hændelser og alt, der vides fra dem, forsvinder. Dine egne hændelser bliver, og dine personer dannes på ny ud fra dem; i et minuts tid kan nogle mangle her.`,
    yes: "Fjern den",
    going: "Demoen fjernes",
    goingSays: (removed: string) =>
      `${removed} hændelser er væk. Det fortsætter af sig selv, også når du går herfra.`,
  },
});

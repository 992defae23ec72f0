import { texts } from "@somlos/look/language";

export const silenceTexts = texts({
  en: {
    title: "Are you still there?",
    left: (seconds: number) =>
      seconds === 1 ? "You are signed out in 1 second." : `You are signed out in ${seconds} seconds.`,
    here: "I am still here",
  },
  sv: {
    title: "Är du kvar?",
    left: (seconds: number) =>
      seconds === 1 ? "Du loggas ut om 1 sekund." : `Du loggas ut om ${seconds} sekunder.`,
    here: "Jag är kvar",
  },
  da: {
    title: "Er du her stadig?",
    left: (seconds: number) =>
      seconds === 1 ? "Du logges ud om 1 sekund." : `Du logges ud om ${seconds} sekunder.`,
    here: "Jeg er her stadig",
  },
});

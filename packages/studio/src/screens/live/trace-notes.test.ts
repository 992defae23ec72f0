import { describe, expect, it } from "vitest";
import { noteOf } from "./trace-notes.ts";
import { traceTexts } from "./trace-texts.ts";

const languages = ["en", "sv", "da"] as const;
const found = {
  source: "Almvik app",
  messageId: "5b1e04c2-77aa-4c1f-9d3e-aa01f0a0a07f",
  personId: "p",
  personName: "Astrid Lindqvist",
  body: {
    userId: "astrid",
    traits: { name: "Astrid", email: "a@post.example", shoeSize: 38, city: "Malmö", age: 40, tier: 1 },
  },
};
const say = (
  word: "collect" | "recognise" | "remember",
  note: Parameters<typeof noteOf>[0]["note"],
  more = {},
) =>
  languages.map((language) => noteOf({ word, note }, { ...found, ...more }, traceTexts[language], language));

describe("what a word came to", () => {
  it("names the source, and both ends of a long message id", () => {
    expect(say("collect", "accepted")).toEqual([
      "Almvik app · message 5b1e04…a07f",
      "Almvik app · meddelande 5b1e04…a07f",
      "Almvik app · besked 5b1e04…a07f",
    ]);
  });

  it("says by which sign whom it is about, also when we have no name or no body any more", () => {
    expect(say("recognise", "person")).toEqual([
      "Login astrid is Astrid Lindqvist.",
      "Inloggningen astrid är Astrid Lindqvist.",
      "Login astrid er Astrid Lindqvist.",
    ]);
    const [english] = say("recognise", "person", { body: { anonymousId: "7f3a" }, personName: null });
    expect(english).toBe("Visitor 7f3a, whose name we do not know yet.");
    expect(say("recognise", "person", { body: null })[1]).toBe("Den handlar om Astrid Lindqvist.");
  });

  it("tells which facts it brought, the first four by name", () => {
    expect(say("remember", "facts")).toEqual([
      "On the timeline, and told: name, e-mail, shoe size, city, 2 more.",
      "På tidslinjen, och berättat: namn, e-post, skostorlek, ort, 2 till.",
      "På tidslinjen, og fortalt: navn, e-mail, skostørrelse, by, 2 mere.",
    ]);
    expect(say("remember", "timeline", { personId: null })[0]).toBe(
      "In the log. It is on nobody's timeline.",
    );
  });

  it("leaves no word without a sentence of its own in any language", () => {
    const notes = [
      "accepted",
      "parked",
      "person",
      "unknown",
      "facts",
      "timeline",
      "mending",
      "none",
    ] as const;
    for (const word of ["collect", "recognise", "remember", "decide", "deliver", "measure"] as const)
      for (const note of notes) {
        const said = languages.map((l) => noteOf({ word, note }, found, traceTexts[l], l));
        expect(said[1], `${word} ${note}`).not.toBe(said[0]);
        for (const one of said) expect(one).toMatch(/^\p{Lu}.* .*/u);
      }
  });
});

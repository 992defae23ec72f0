// The words about categories: what each is called in our languages, and what is sold in it.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { instant, takenAnswer } from "./catalog.ts";
import { lineText } from "./company.ts";

export const MOST_CATEGORIES = 500;
export const MOST_LEVELS = 10;
const name = lineText(100)
  .regex(/^[^>]+$/, "has no >")
  .nullable();
const toldCategory = z.object({
  path: lineText(500)
    .refine(
      (text) => text.split(">").every((part) => part.trim() !== ""),
      "is like Home > Sofas, with nothing empty in it",
    )
    .refine((text) => text.split(">").length <= MOST_LEVELS, `has at most ${MOST_LEVELS} levels`)
    .describe("as products name it, like Home > Sofas; small and capital letters are the same"),
  at: instant.describe("when it was so: of two words the later holds, however they come"),
  names: z
    .object({ en: name, sv: name, da: name })
    .partial()
    .refine((names) => Object.keys(names).length > 0, "has a name in one language at least")
    .describe(
      "of the last part of the path (Soffor): that of Home is said of Home; null: it has none in that language, left out: nothing is said",
    ),
});
export type ToldCategory = z.output<typeof toldCategory>;
export const toldCategorySchema = (): z.ZodType<ToldCategory> => toldCategory;

export const takeCategories = endpoint({
  id: "categories.take",
  method: "POST",
  url: "/v1/categories",
  who: { keys: ["server"] },
  owns: "this source",
  summary:
    "What categories are called, in English, Swedish and Danish: at most 500 at once, also of those that no product names yet. One that is refused fails no other; the answer has its index, code, sentence and what is wrong. The same again changes nothing, and of two words about one the later `at` holds, in whatever order they come. Products keep the path they are told with; they are shown and found with these names. At most 5 minutes ahead of now.",
  body: z.object({ categories: z.array(z.unknown()).min(1).max(MOST_CATEGORIES) }),
  answer: takenAnswer,
});

const category = z.object({
  path: z.string().describe("to narrow a search down by: never translated"),
  parent: z.string().nullable().describe("path of what it lies in; null: it lies at the top"),
  level: z.number().describe("1 at the top"),
  name: z.string().describe("of its last part, in the language asked for, else in the first that has one"),
  label: z.string().describe("of all its parts: Hem > Soffor"),
  products: z.number().describe("that are sold in it or under it"),
});
export type ShownCategory = z.infer<typeof category>;

export const listCategories = endpoint({
  id: "categories.list",
  method: "GET",
  url: "/v1/categories",
  who: { keys: ["public", "server"] },
  owns: "installation",
  summary:
    "The tree of what is sold, each category before those in it and by name among its neighbours, with how many products are sold in it or under it. Counted at most 30 seconds ago; may be kept for 30 seconds.",
  answer: z.object({ items: z.array(category) }),
  keptSeconds: 30,
});

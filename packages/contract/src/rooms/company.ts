// The words about the company itself: name, currency, languages, logo.
import { isCurrency } from "@somlos/rules/currency";
import { isCountry, isLanguage, isTimeZone } from "@somlos/rules/regions";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";

const iso = z.string().describe("ISO 8601, UTC");
/** Text of one line: no control signs, no broken characters. */
export const lineText = (most: number) =>
  z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "has signs that cannot be written")
    .regex(/^$|[^\s\p{Cf}]/u, "holds nothing that can be seen")
    .trim()
    .min(1)
    .max(most);
export const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, "is letters a to z, digits, dots, dashes; at most 40");
export const country = z.string().refine(isCountry, "is no country of ISO 3166-1, like SE");
export const currency = z.string().refine(isCurrency, "is no currency of ISO 4217, like SEK");
export const timeZone = z.string().max(60).refine(isTimeZone, "is no time zone, like Europe/Stockholm");
const tongue = z.string().refine(isLanguage, "is no language of ISO 639-1, like sv");
export const tongues = z
  .array(tongue)
  .min(1)
  .max(40)
  .refine((all) => new Set(all).size === all.length, "names a language twice");
export const dateText = z.iso.date();
/** What the caller saw when they began: another number now, and the answer is 409 company.saved_by_other. */
export const version = z.number().int().min(1);
export const one = z.object({ id: z.uuid() });
export const closing = z.object({ version, lastDay: dateText });
export const savedAnswer = z.object({ id: z.string(), version: z.number() });

export const logoKinds = ["image/png", "image/svg+xml", "image/webp"] as const;
export const MOST_LOGO_BYTES = 512 * 1024;
const logo = z.object({
  url: z.string().describe("address of this very picture; another picture has another address"),
  mediaType: z.enum(logoKinds),
});

export const settings = z.object({
  name: z.string(),
  defaultCurrency: z.string().nullable().describe("none: amounts without a currency are parked"),
  defaultCountry: z
    .string()
    .nullable()
    .describe(
      "ISO 3166-1; of phone numbers and addresses that name none, where neither their location nor their legal entity says it; none: the principal's, else SE",
    ),
  defaultLanguage: z.string(),
  languages: z.array(z.string()),
  logo: logo.nullable(),
  version: z.number(),
  changedAt: iso,
});
export type SettingsAnswer = z.infer<typeof settings>;

export const readInstallation = endpoint({
  id: "company.show",
  method: "GET",
  url: "/api/installation",
  who: { anyone: true },
  owns: "installation",
  summary: "What anybody may see of this installation before signing in: its name and its logo.",
  answer: z.object({ name: z.string(), logo: logo.nullable() }),
});

export const readSettings = endpoint({
  id: "settings.read",
  method: "GET",
  url: "/api/settings",
  who: { may: "settings.read" },
  owns: "installation",
  summary:
    "Name, default currency and country, languages and logo of the installation, and the version to send back.",
  answer: settings,
});

export const changeSettings = endpoint({
  id: "settings.change",
  method: "PATCH",
  url: "/api/settings",
  who: { may: "settings.manage" },
  owns: "installation",
  summary:
    "Changes what is given. In force everywhere within a second. Saved by somebody else since `version`: 409 company.saved_by_other.",
  body: z.object({
    version,
    name: lineText(60).optional(),
    defaultCurrency: currency.nullable().optional(),
    defaultCountry: country.nullable().optional(),
    defaultLanguage: tongue.optional(),
    languages: tongues.optional(),
  }),
  answer: settings,
});

export const putLogo = endpoint({
  id: "settings.logo_put",
  method: "PUT",
  url: "/api/settings/logo",
  who: { may: "settings.manage" },
  owns: "installation",
  summary:
    "Puts a logo there: PNG, SVG or WebP, at most 512 kB and 4,096 pixels a side. An SVG that does more than draw is refused: 400 company.logo_active.",
  body: z.object({
    version,
    mediaType: z.enum(logoKinds),
    base64: z
      .string()
      .regex(/^[A-Za-z0-9+/]+={0,2}$/, "is not base64")
      .max(2_000_000),
  }),
  answer: settings,
});

export const removeLogo = endpoint({
  id: "settings.logo_remove",
  method: "DELETE",
  url: "/api/settings/logo",
  who: { may: "settings.manage" },
  owns: "installation",
  summary: "Takes the logo away. None there: 404 company.logo_missing.",
  query: z.object({ version: z.coerce.number().int().min(1) }),
  answer: settings,
});

export const showLogo = endpoint({
  id: "settings.logo_show",
  method: "GET",
  url: "/api/settings/logo",
  who: { anyone: true },
  owns: "installation",
  summary:
    "The logo's bytes, in a sandbox without scripts. With `?v=` of its address it may be kept for a year. None: 404 company.logo_missing.",
  query: z.object({ v: z.string().max(64).optional() }),
  answer: z.unknown(),
});

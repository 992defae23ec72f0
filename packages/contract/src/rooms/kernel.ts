// What any door may answer.
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { RefusalLine } from "../refusal.ts";

export const kernelRefusals = {
  "door.not_found": {
    status: 404,
    en: "There is nothing at this address. Check the path.",
    sv: "Det finns inget på den här adressen. Kontrollera sökvägen.",
    da: "Der er intet på denne adresse. Kontrollér stien.",
  },
  "door.not_signed_in": {
    status: 401,
    en: "Sign in, or send a key that this address accepts.",
    sv: "Logga in, eller skicka en nyckel som adressen tar emot.",
    da: "Log ind, eller send en nøgle, som adressen accepterer.",
  },
  "door.not_allowed": {
    status: 403,
    en: "Your role does not open this. Ask an owner to grant it; asking is logged.",
    sv: "Din roll öppnar inte det här. Be en ägare om behörighet; frågan loggas.",
    da: "Din rolle åbner ikke dette. Bed en ejer om adgang; spørgsmålet logges.",
  },
  "door.needs_server_key": {
    status: 403,
    en: "A public key may not do this: anybody can read it in a page. Use a server key of the source, from your own server.",
    sv: "En publik nyckel får inte göra det här: vem som helst kan läsa den på en sida. Använd källans servernyckel, från din egen server.",
    da: "En offentlig nøgle må ikke gøre dette: enhver kan læse den på en side. Brug kildens servernøgle, fra din egen server.",
  },
  "door.bad_request": {
    status: 400,
    en: "The request does not have the expected form. See the details and send it again.",
    sv: "Anropet har inte den väntade formen. Se detaljerna och skicka igen.",
    da: "Kaldet har ikke den forventede form. Se detaljerne, og send igen.",
  },
  "door.not_json": {
    status: 400,
    en: "The body is not JSON. Send one JSON object.",
    sv: "Innehållet är inte JSON. Skicka ett JSON-objekt.",
    da: "Indholdet er ikke JSON. Send ét JSON-objekt.",
  },
  "door.too_large": {
    status: 413,
    en: "The body is over 5 MB. Send it in smaller parts.",
    sv: "Innehållet är större än 5 MB. Skicka det i mindre delar.",
    da: "Indholdet er over 5 MB. Send det i mindre dele.",
  },
  "door.too_often": {
    status: 429,
    en: "Too many requests. Wait the seconds in Retry-After and try again.",
    sv: "För många anrop. Vänta det antal sekunder som står i Retry-After och försök igen.",
    da: "For mange kald. Vent det antal sekunder, der står i Retry-After, og prøv igen.",
  },
  "door.foreign_origin": {
    status: 403,
    en: "This change must come from our own pages, as JSON (a file: as application/octet-stream).",
    sv: "Ändringen måste komma från våra egna sidor, som JSON (en fil: som application/octet-stream).",
    da: "Ændringen skal komme fra vores egne sider, som JSON (en fil: som application/octet-stream).",
  },
  "door.broken": {
    status: 500,
    en: "Something broke on our side and is logged. Try again; nothing you sent was kept.",
    sv: "Något gick sönder hos oss och är loggat. Försök igen; inget av det du skickade sparades.",
    da: "Noget gik i stykker hos os og er logget. Prøv igen; intet af det, du sendte, blev gemt.",
  },
  "database.away": {
    status: 503,
    en: "The database does not answer. Nothing was taken in; try again after the seconds in Retry-After.",
    sv: "Databasen svarar inte. Inget togs emot; försök igen efter sekunderna i Retry-After.",
    da: "Databasen svarer ikke. Intet blev modtaget; prøv igen efter sekunderne i Retry-After.",
  },
} as const satisfies Record<string, RefusalLine>;

export const health = endpoint({
  id: "operate.health",
  method: "GET",
  url: "/health",
  who: { anyone: true },
  owns: "installation",
  summary: "200 `{status:'ok'}` only when events can be taken in; else 503 with a reason. Tells no versions.",
  answer: z.object({
    status: z.enum(["ok", "starting", "stopping", "broken"]),
    reason: z.string().optional(),
  }),
});

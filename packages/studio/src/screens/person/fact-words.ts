// Names and values of facts as a person reads them; a name nobody taught us is spelled out.
import { texts } from "@somlos/look/language";

type Words = Readonly<Record<string, string>>;

export const factWords = texts<Words>({
  en: {
    name: "Name",
    first_name: "First name",
    last_name: "Last name",
    email: "E-mail",
    phone: "Phone",
    birthday: "Birthday",
    age: "Age",
    gender: "Gender",
    language: "Language",
    locale: "Language",
    city: "City",
    country: "Country",
    postal_code: "Postal code",
    street: "Street",
    address: "Address",
    company: "Company",
    title: "Title",
    created_at: "Account since",
    store: "Home store",
    home_store: "Home store",
    balcony: "Balcony",
    points: "Points",
    tier: "Level",
    size: "Size",
    avatar: "Picture",
    website: "Website",
    club_card: "Club card",
    favourite_store: "Favourite store",
    favorite_store: "Favourite store",
    shoe_size: "Shoe size",
    newsletter: "Newsletter",
    member_since: "Member since",
  },
  sv: {
    name: "Namn",
    first_name: "Förnamn",
    last_name: "Efternamn",
    email: "E-post",
    phone: "Telefon",
    birthday: "Födelsedag",
    age: "Ålder",
    gender: "Kön",
    language: "Språk",
    locale: "Språk",
    city: "Ort",
    country: "Land",
    postal_code: "Postnummer",
    street: "Gata",
    address: "Adress",
    company: "Företag",
    title: "Titel",
    created_at: "Konto sedan",
    store: "Hemmabutik",
    home_store: "Hemmabutik",
    balcony: "Balkong",
    points: "Poäng",
    tier: "Nivå",
    size: "Storlek",
    avatar: "Bild",
    website: "Webbplats",
    club_card: "Klubbkort",
    favourite_store: "Favoritbutik",
    favorite_store: "Favoritbutik",
    shoe_size: "Skostorlek",
    newsletter: "Nyhetsbrev",
    member_since: "Medlem sedan",
  },
  da: {
    name: "Navn",
    first_name: "Fornavn",
    last_name: "Efternavn",
    email: "E-mail",
    phone: "Telefon",
    birthday: "Fødselsdag",
    age: "Alder",
    gender: "Køn",
    language: "Sprog",
    locale: "Sprog",
    city: "By",
    country: "Land",
    postal_code: "Postnummer",
    street: "Gade",
    address: "Adresse",
    company: "Virksomhed",
    title: "Titel",
    created_at: "Konto siden",
    store: "Hjemmebutik",
    home_store: "Hjemmebutik",
    balcony: "Altan",
    points: "Point",
    tier: "Niveau",
    size: "Størrelse",
    avatar: "Billede",
    website: "Websted",
    club_card: "Klubkort",
    favourite_store: "Yndlingsbutik",
    favorite_store: "Yndlingsbutik",
    shoe_size: "Skostørrelse",
    newsletter: "Nyhedsbrev",
    member_since: "Medlem siden",
  },
});

/** "firstName", "first_name" and "address.postalCode" as words. */
export function factName(key: string, words: Words): string {
  const plain = (part: string): string =>
    part
      .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "_");
  const whole = plain(key);
  const last = plain(key.split(".").at(-1) ?? key);
  const known = Object.hasOwn(words, whole)
    ? words[whole]
    : Object.hasOwn(words, last)
      ? words[last]
      : undefined;
  if (known !== undefined) return known;
  const spoken = whole.replaceAll("_", " ").trim();
  return spoken === "" ? key : spoken.charAt(0).toLocaleUpperCase() + spoken.slice(1);
}

type Said = { readonly yes: string; readonly no: string; readonly none: string };

/** A value as text; the false and the empty are facts too ("no balcony"). */
export function factValue(value: unknown, said: Said): string {
  if (value === true) return said.yes;
  if (value === false) return said.no;
  if (value === null || value === undefined || value === "") return said.none;
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((one) => factValue(one, said)).join(", ");
  return Object.values(value)
    .map((one) => factValue(one, said))
    .join(", ");
}

// Names of facts as people read them, in each language: Segment's reserved traits, what imports and shops of the North call
// things. Whatever else a client sends is spelled out.
type Words = readonly [en: string, sv: string, da: string];
const places = { en: 0, sv: 1, da: 2 } as const;

export const factWords: Readonly<Record<string, Words>> = {
  name: ["Name", "Namn", "Navn"],
  first_name: ["First name", "Förnamn", "Fornavn"],
  given_name: ["First name", "Förnamn", "Fornavn"],
  last_name: ["Last name", "Efternamn", "Efternavn"],
  family_name: ["Last name", "Efternamn", "Efternavn"],
  surname: ["Last name", "Efternamn", "Efternavn"],
  nickname: ["Nickname", "Smeknamn", "Kaldenavn"],
  username: ["User name", "Användarnamn", "Brugernavn"],
  id: ["Number", "Nummer", "Nummer"],
  user_id: ["Login", "Inloggning", "Login"],
  email: ["E-mail", "E-post", "E-mail"],
  phone: ["Phone", "Telefon", "Telefon"],
  mobile: ["Mobile phone", "Mobiltelefon", "Mobiltelefon"],
  birthday: ["Birthday", "Födelsedag", "Fødselsdag"],
  birth_date: ["Birthday", "Födelsedag", "Fødselsdag"],
  date_of_birth: ["Birthday", "Födelsedag", "Fødselsdag"],
  age: ["Age", "Ålder", "Alder"],
  gender: ["Gender", "Kön", "Køn"],
  language: ["Language", "Språk", "Sprog"],
  locale: ["Language", "Språk", "Sprog"],
  timezone: ["Time zone", "Tidszon", "Tidszone"],
  time_zone: ["Time zone", "Tidszon", "Tidszone"],
  currency: ["Currency", "Valuta", "Valuta"],
  address: ["Address", "Adress", "Adresse"],
  street: ["Street", "Gata", "Gade"],
  postal_code: ["Postal code", "Postnummer", "Postnummer"],
  postcode: ["Postal code", "Postnummer", "Postnummer"],
  zip: ["Postal code", "Postnummer", "Postnummer"],
  zip_code: ["Postal code", "Postnummer", "Postnummer"],
  city: ["City", "Ort", "By"],
  state: ["State", "Delstat", "Delstat"],
  region: ["Region", "Region", "Region"],
  country: ["Country", "Land", "Land"],
  company: ["Company", "Företag", "Virksomhed"],
  industry: ["Industry", "Bransch", "Branche"],
  employees: ["Employees", "Anställda", "Ansatte"],
  employee_count: ["Employees", "Anställda", "Ansatte"],
  title: ["Title", "Titel", "Titel"],
  job_title: ["Title", "Titel", "Titel"],
  plan: ["Plan", "Abonnemang", "Abonnement"],
  description: ["Description", "Beskrivning", "Beskrivelse"],
  avatar: ["Picture", "Bild", "Billede"],
  website: ["Website", "Webbplats", "Websted"],
  created_at: ["Account since", "Konto sedan", "Konto siden"],
  member_since: ["Member since", "Medlem sedan", "Medlem siden"],
  club_card: ["Club card", "Klubbkort", "Klubkort"],
  likes: ["Likes", "Gillar", "Kan lide"],
  interests: ["Interests", "Intressen", "Interesser"],
  points: ["Points", "Poäng", "Point"],
  tier: ["Level", "Nivå", "Niveau"],
  newsletter: ["Newsletter", "Nyhetsbrev", "Nyhedsbrev"],
  store: ["Home store", "Hemmabutik", "Hjemmebutik"],
  home_store: ["Home store", "Hemmabutik", "Hjemmebutik"],
  favourite_store: ["Favourite store", "Favoritbutik", "Yndlingsbutik"],
  favorite_store: ["Favourite store", "Favoritbutik", "Yndlingsbutik"],
  balcony: ["Balcony", "Balkong", "Altan"],
  size: ["Size", "Storlek", "Størrelse"],
  shoe_size: ["Shoe size", "Skostorlek", "Skostørrelse"],
  clothing_size: ["Clothing size", "Klädstorlek", "Tøjstørrelse"],
  top_size: ["Top size", "Storlek på överdelar", "Størrelse på overdele"],
  trouser_size: ["Trouser size", "Byxstorlek", "Bukstørrelse"],
  dress_size: ["Dress size", "Klänningsstorlek", "Kjolestørrelse"],
  jacket_size: ["Jacket size", "Jackstorlek", "Jakkestørrelse"],
  bra_size: ["Bra size", "Bh-storlek", "Bh-størrelse"],
  hat_size: ["Hat size", "Hattstorlek", "Hattestørrelse"],
  glove_size: ["Glove size", "Handskstorlek", "Handskestørrelse"],
  ring_size: ["Ring size", "Ringstorlek", "Ringstørrelse"],
  belt_size: ["Belt size", "Bältesstorlek", "Bæltestørrelse"],
  height_cm: ["Height (cm)", "Längd (cm)", "Højde (cm)"],
  chest_cm: ["Chest (cm)", "Bröstmått (cm)", "Brystmål (cm)"],
  waist_cm: ["Waist (cm)", "Midjemått (cm)", "Taljemål (cm)"],
  hip_cm: ["Hips (cm)", "Höftmått (cm)", "Hoftemål (cm)"],
  inseam_cm: ["Inseam (cm)", "Innerbenslängd (cm)", "Skridtlængde (cm)"],
  foot_length_mm: ["Foot length (mm)", "Fotlängd (mm)", "Fodlængde (mm)"],
};

const plain = (part: string): string =>
  part
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");

/** "firstName", "first_name", "$first_name" and "address.postalCode" as words. */
export function factName(key: string, language: keyof typeof places): string {
  const whole = plain(key);
  const last = plain(key.split(".").at(-1) ?? key);
  const known = [whole, last].find((name) => Object.hasOwn(factWords, name));
  const words = known === undefined ? undefined : factWords[known];
  if (words !== undefined) return words[places[language]];
  const spoken = whole.replaceAll("_", " ");
  return spoken === "" ? key : spoken.charAt(0).toLocaleUpperCase() + spoken.slice(1);
}

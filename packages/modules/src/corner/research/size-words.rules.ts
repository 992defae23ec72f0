// What sizes are called. Pure.
import type { Language } from "@somlos/contract";
import type { SizeName } from "@somlos/rules/sizes";

const words: Readonly<Record<SizeName, Readonly<Record<Language, string>>>> = {
  shoe_size: { en: "Shoes", sv: "Skor", da: "Sko" },
  clothing_size: { en: "Clothes", sv: "Kläder", da: "Tøj" },
  top_size: { en: "Tops and shirts", sv: "Tröjor och skjortor", da: "Trøjer og skjorter" },
  trouser_size: { en: "Trousers", sv: "Byxor", da: "Bukser" },
  dress_size: { en: "Dresses and skirts", sv: "Klänningar och kjolar", da: "Kjoler og nederdele" },
  jacket_size: { en: "Jackets", sv: "Jackor", da: "Jakker" },
  bra_size: { en: "Bras", sv: "Bh", da: "Bh" },
  hat_size: { en: "Hats", sv: "Mössor och hattar", da: "Huer og hatte" },
  glove_size: { en: "Gloves", sv: "Handskar", da: "Handsker" },
  ring_size: { en: "Rings", sv: "Ringar", da: "Ringe" },
  belt_size: { en: "Belts", sv: "Bälten", da: "Bælter" },
  height_cm: { en: "Height, cm", sv: "Längd, cm", da: "Højde, cm" },
  chest_cm: { en: "Chest, cm", sv: "Bröstvidd, cm", da: "Brystmål, cm" },
  waist_cm: { en: "Waist, cm", sv: "Midja, cm", da: "Talje, cm" },
  hip_cm: { en: "Hips, cm", sv: "Höft, cm", da: "Hofte, cm" },
  inseam_cm: { en: "Inside leg, cm", sv: "Innerbenslängd, cm", da: "Indvendig benlængde, cm" },
  foot_length_mm: { en: "Foot, mm", sv: "Fotlängd, mm", da: "Fodlængde, mm" },
};

export const sizeWord = (name: SizeName, language: Language): string => words[name][language];

import { texts } from "@somlos/look/language";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";
import { sv } from "./texts.sv.ts";

export const saidTexts = texts({ en, sv, da });

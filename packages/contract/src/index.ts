// The words of the house, once each.
export { type Endpoint, endpoint, type Owns, type Who } from "./endpoint.ts";
export { type Permission, permissions, permissionsOf, type Role, roles } from "./permissions.ts";
export { type Language, languageOf, languages, Refusal, type RefusalLine } from "./refusal.ts";
export { type RefusalCode, refusals, sentenceOf } from "./refusals.ts";

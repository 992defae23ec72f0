// The list of every expected "no", put together from the rooms.
import type { Language, RefusalLine } from "./refusal.ts";
import { accessRefusals } from "./rooms/access-refusals.ts";
import { catalogRefusals } from "./rooms/catalog-refusals.ts";
import { companyRefusals } from "./rooms/company-refusals.ts";
import { consentRefusals } from "./rooms/consent.ts";
import { consentDoorRefusals } from "./rooms/consent-refusals.ts";
import { cornerRefusals } from "./rooms/corner-refusals.ts";
import { demoRefusals } from "./rooms/demo.ts";
import { dialRefusals } from "./rooms/dial.ts";
import { differencesRefusals } from "./rooms/differences-refusals.ts";
import { collectRefusals, eventRefusals, parkedReasons } from "./rooms/events.ts";
import { feedRefusals } from "./rooms/feeds-refusals.ts";
import { fetchRefusals } from "./rooms/fetch-refusals.ts";
import { householdRefusals } from "./rooms/households-refusals.ts";
import { identityRefusals } from "./rooms/identity-refusals.ts";
import { importRefusals, rowRefusals } from "./rooms/imports-refusals.ts";
import { kernelRefusals } from "./rooms/kernel.ts";
import { ledgerRefusals } from "./rooms/ledger-refusals.ts";
import { mailRefusals } from "./rooms/mail.ts";
import { matchesRefusals } from "./rooms/matches.ts";
import { peopleRefusals } from "./rooms/people.ts";
import { researchRefusals } from "./rooms/research-refusals.ts";
import { restrictionRefusals } from "./rooms/restriction.ts";
import { rightsRefusals } from "./rooms/rights-refusals.ts";
import { schemaRefusals } from "./rooms/schemas.ts";
import { seenRefusals } from "./rooms/seen.ts";
import { sourceRefusals } from "./rooms/sources.ts";
import { storesRefusals } from "./rooms/stores-refusals.ts";
import { volumeRefusals } from "./rooms/volume.ts";
import { wishDoorRefusals } from "./rooms/wishes-refusals.ts";

export const refusals = {
  ...kernelRefusals,
  ...companyRefusals,
  ...consentRefusals,
  ...wishDoorRefusals,
  ...dialRefusals,
  ...consentDoorRefusals,
  ...accessRefusals,
  ...cornerRefusals,
  ...researchRefusals,
  ...rightsRefusals,
  ...restrictionRefusals,
  ...collectRefusals,
  ...eventRefusals,
  ...parkedReasons,
  ...mailRefusals,
  ...peopleRefusals,
  ...seenRefusals,
  ...identityRefusals,
  ...householdRefusals,
  ...matchesRefusals,
  ...demoRefusals,
  ...sourceRefusals,
  ...volumeRefusals,
  ...schemaRefusals,
  ...importRefusals,
  ...rowRefusals,
  ...ledgerRefusals,
  ...catalogRefusals,
  ...storesRefusals,
  ...differencesRefusals,
  ...feedRefusals,
  ...fetchRefusals,
} satisfies Record<string, RefusalLine>;
export type RefusalCode = keyof typeof refusals;

/** The sentence of a code in a language; a code that is not in the list is a bug and throws. */
export function sentenceOf(code: string, language: Language): string {
  const line: RefusalLine | undefined = (refusals as Record<string, RefusalLine>)[code];
  if (line === undefined) throw new Error(`no such refusal: ${code}`);
  return line[language];
}

// Changing the installation's own row: nobody overwrites what they have not seen.
import { hash } from "node:crypto";
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { givenOf, refuseOld } from "../company.rules.ts";
import { bumpRevision } from "../company.store.ts";
import { checkLogo, type LogoType } from "./logo.rules.ts";
import {
  deleteLogo,
  findLogo,
  loadSettings,
  type Settings,
  saveLogo,
  saveSettings,
} from "./settings.store.ts";

export type SettingsWish = {
  readonly name?: string | undefined;
  readonly defaultCurrency?: string | null | undefined;
  readonly defaultCountry?: string | null | undefined;
  readonly defaultLanguage?: string | undefined;
  readonly languages?: readonly string[] | undefined;
};

/** What was seen must be what is there; the bump before it makes two who save at once wait for one another. */
async function begin(work: Work, version: number): Promise<Settings> {
  await bumpRevision(work.tx);
  const there = await loadSettings(work.tx);
  refuseOld(there, version);
  return there;
}

async function save(work: Work, settings: Settings): Promise<Settings> {
  const { tx, now, actor } = work;
  if (!(await saveSettings(tx, { ...settings, at: now, by: actor.id })))
    throw new Refusal("company.saved_by_other");
  return loadSettings(tx);
}

export async function changeSettings(work: Work, version: number, wish: SettingsWish): Promise<Settings> {
  const settings = { ...(await begin(work, version)), ...givenOf(wish) };
  if (!settings.languages.includes(settings.defaultLanguage))
    throw new Refusal("company.language_not_offered");
  return save(work, settings);
}

export async function putLogo(
  work: Work,
  version: number,
  logo: { readonly mediaType: LogoType; readonly bytes: Buffer },
): Promise<Settings> {
  checkLogo(logo.mediaType, logo.bytes);
  const there = await begin(work, version);
  await saveLogo(work.tx, {
    ...logo,
    hash: hash("sha256", logo.bytes, "hex"),
    at: work.now,
    by: work.actor.id,
  });
  return save(work, there);
}

export async function removeLogo(work: Work, version: number): Promise<Settings> {
  const there = await begin(work, version);
  if ((await findLogo(work.tx)) === undefined) throw new Refusal("company.logo_missing");
  await deleteLogo(work.tx);
  return save(work, there);
}

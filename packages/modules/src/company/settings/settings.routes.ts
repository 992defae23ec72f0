// The doors of the installation's own row and its logo.
import * as words from "@somlos/contract/rooms/company";
import { handle } from "@somlos/kernel/http";
import { type CompanyHouse, change } from "../company.house.ts";
import { changeSettings, putLogo, removeLogo } from "./settings.actions.ts";
import { loadSettings, type Settings } from "./settings.store.ts";

/** Another picture has another address, so that a browser may keep each for long. */
const logoOf = ({ logoHash, logoType }: Settings): words.SettingsAnswer["logo"] =>
  logoHash === null || logoType === null
    ? null
    : { url: `${words.showLogo.url}?v=${logoHash.slice(0, 16)}`, mediaType: logoType };

export const logoUrlOf = (settings: Settings): string | null => logoOf(settings)?.url ?? null;

const shown = (settings: Settings): words.SettingsAnswer => ({
  name: settings.name,
  defaultCurrency: settings.defaultCurrency,
  defaultCountry: settings.defaultCountry,
  defaultLanguage: settings.defaultLanguage,
  languages: [...settings.languages],
  logo: logoOf(settings),
  version: settings.version,
  changedAt: settings.changedAt.toISOString(),
});

export const settingsDoors = [
  handle(words.readInstallation, ({ company }: CompanyHouse) =>
    Promise.resolve({ name: company.name, logo: logoOf(company.settings) }),
  ),
  handle(words.readSettings, async ({ db }: CompanyHouse) => shown(await db.read(loadSettings))),
  handle(words.changeSettings, async (house: CompanyHouse, knock) => {
    const { version, ...wish } = knock.body;
    const saved = await change(house, knock, words.changeSettings.id, async (work) => ({
      answer: await changeSettings(work, version, wish),
    }));
    return shown(saved);
  }),
  handle(words.putLogo, async (house: CompanyHouse, knock) => {
    const { version, mediaType, base64 } = knock.body;
    const bytes = Buffer.from(base64, "base64");
    const saved = await change(house, knock, words.putLogo.id, async (work) => ({
      answer: await putLogo(work, version, { mediaType, bytes }),
    }));
    return shown(saved);
  }),
  handle(words.removeLogo, async (house: CompanyHouse, knock) => {
    const { version } = knock.query;
    const saved = await change(house, knock, words.removeLogo.id, async (work) => ({
      answer: await removeLogo(work, version),
    }));
    return shown(saved);
  }),
] as const;

// The SQL of the installation's own row and its logo.
import { room, type Tx } from "@somlos/kernel/db";
import type { LogoType } from "./logo.rules.ts";

const { sql } = room("company");

export type Settings = {
  readonly name: string;
  readonly defaultCurrency: string | null;
  readonly defaultCountry: string | null;
  readonly defaultLanguage: string;
  readonly languages: readonly string[];
  readonly version: number;
  readonly changedAt: Date;
  /** Fingerprint and kind of the logo; none: there is none. */
  readonly logoHash: string | null;
  readonly logoType: LogoType | null;
};
export type Logo = { readonly mediaType: LogoType; readonly bytes: Buffer; readonly hash: string };

const own = sql<Settings>`
  select s.name, s.default_currency as "defaultCurrency", s.default_country as "defaultCountry", s.default_language as "defaultLanguage", s.languages, s.version,
    s.changed_at as "changedAt", l.hash as "logoHash", l.media_type as "logoType"
  from company.settings s left join company.logos l on l.id = s.id`;
const save = sql`
  update company.settings set name = $2, default_currency = $3, default_language = $4, languages = $5, default_country = $6,
    version = version + 1, changed_at = $7, changed_by = $8 where version = $1`;
const logo = sql<Logo>`select media_type as "mediaType", bytes, hash from company.logos`;
const putLogo = sql`
  insert into company.logos (id, media_type, bytes, hash, changed_at, changed_by) values (1, $1, $2, $3, $4, $5)
  on conflict (id) do update set media_type = $1, bytes = $2, hash = $3, changed_at = $4, changed_by = $5`;
const noLogo = sql`delete from company.logos`;

export const loadSettings = (tx: Tx): Promise<Settings> => tx.one(own);

type By = { readonly at: Date; readonly by: string };

/** False when somebody else saved since. */
export const saveSettings = async (
  tx: Tx,
  s: Omit<Settings, "changedAt" | "logoHash" | "logoType"> & By,
): Promise<boolean> =>
  (await tx.run(save, [
    ...[s.version, s.name, s.defaultCurrency, s.defaultLanguage, s.languages, s.defaultCountry],
    ...[s.at, s.by],
  ])) === 1;

export const findLogo = (tx: Tx): Promise<Logo | undefined> => tx.maybe(logo);
export const saveLogo = (tx: Tx, l: Logo & By) => tx.run(putLogo, [l.mediaType, l.bytes, l.hash, l.at, l.by]);
export const deleteLogo = (tx: Tx) => tx.run(noLogo);

// What the ids and codes in a copy are called here: sources, legal entities, purposes, places, what households share.
import type { Language } from "@somlos/contract";
import type { Tx } from "@somlos/kernel/db";
import { listEntities, listLocations } from "../../company/index.ts";
import { listPurposes } from "../../consent/index.ts";
import { listSources } from "../../events/index.ts";
import { shareKinds } from "../../identity/index.ts";
import { sentSaid } from "./fields.rules.ts";
import type { Names } from "./speak.rules.ts";
import { purposeSaid } from "./values.rules.ts";

const ZONE = "Europe/Stockholm";

export async function loadNames(tx: Tx, now: Date, language: Language): Promise<Names> {
  const entities = await listEntities(tx);
  const locations = new Map(
    (await listLocations(tx, now)).map(({ code, name }) => [code.toLowerCase(), name]),
  );
  const purposes = await listPurposes(tx);
  return {
    zone: (entities.find(({ principal }) => principal) ?? entities[0])?.timeZone ?? ZONE,
    sources: new Map((await listSources(tx)).map(({ id, name }) => [id, name])),
    entities: new Map(entities.map(({ id, name }) => [id, name])),
    purposes: new Map(
      purposes.map(({ code, kind }) => [
        code,
        `${sentSaid(code, language)} (${purposeSaid(kind, language)})`,
      ]),
    ),
    shares: new Map(shareKinds.map(({ name, title }) => [name, title[language]])),
    place: (code) => locations.get(code.toLowerCase()),
  };
}

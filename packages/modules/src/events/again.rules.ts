// A logged event heard again: what it told when it came, from its envelope and its body. Nothing of it is judged anew.
import { fingerprintOf } from "@somlos/kernel/ids";
import { standBy } from "./parse/channel.rules.ts";
import { inCircle, inCountry, type Naming } from "./parse/identifiers.rules.ts";
import { NotFit } from "./parse/not-fit.rules.ts";
import { type Accepted, traitsOf } from "./parse/parse.rules.ts";
import { whoIs } from "./parse/who.rules.ts";
import { types } from "./parse/words.rules.ts";
import { bodyOf, channelAt, type LoggedRow } from "./shown.rules.ts";

/** Of an event that none is written down of: nearly all are of one country, and no other was known before. */
export const FIRST_COUNTRY = "SE";

/** Undefined for an event whose body is gone, or says nobody any more. */
export function hearAgain(row: LoggedRow, naming: Naming): Accepted | undefined {
  const type = types[row.type];
  if (type === undefined || row.body === null) return undefined;
  const message = bodyOf(row);
  const country = row.country ?? FIRST_COUNTRY;
  const channel = channelAt(row.channel);
  const at = standBy(channel);
  const own = inCircle(inCountry(naming, country), row.circle);
  const who = whoStill(message, type, row.name, own, at.stand);
  if (who === undefined) return undefined;
  return {
    ...who,
    ...at,
    key: fingerprintOf(row.key),
    digest: 0,
    at: row.at.getTime(),
    trust: (row.flags & 1) === 1 ? "proven" : "stated",
    sourceId: row.source_id,
    subject: fingerprintOf(row.subject),
    type,
    name: row.name,
    channel,
    receivedAt: row.received_at.getTime(),
    body: row.body,
    traits: type === "identify" ? traitsOf(message) : undefined,
    circle: row.circle,
    country,
  };
}

function whoStill(...of: Parameters<typeof whoIs>): ReturnType<typeof whoIs> {
  try {
    return whoIs(...of);
  } catch (error) {
    if (error instanceof NotFit) return undefined;
    throw error;
  }
}

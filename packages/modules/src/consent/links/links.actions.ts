// The word from the address itself: a link is signed by us, clicked there, and posted by the page.
import { Refusal } from "@somlos/contract";
import type { Work } from "@somlos/kernel/db";
import { fingerprintOf, hmac, uuid7, uuidOf } from "@somlos/kernel/ids";
import { nameAgain } from "../../identity/index.ts";
import type { ConsentHouse } from "../consent.house.ts";
import { confirm, writeEntries } from "../ledger/ledger.actions.ts";
import { linesOf } from "../ledger/noes.rules.ts";
import { type Carrier, type PlannedEntry, planNo } from "../ledger/plan.rules.ts";
import type { StoredText } from "../purposes/texts.rules.ts";
import { inEveryCircle } from "../say/everywhere.actions.ts";
import { confirmLetter } from "./letters.rules.ts";
import { countAsked, isStillSaid } from "./links.store.ts";
import { confirmLinkOf, readToken, tokenOf, type WithdrawLink } from "./tokens.rules.ts";

const PERSON = { kind: "person", id: "link" } as const;
/** Nobody's inbox is filled by somebody else's typing. */
const MOST_MAILS_A_DAY = 3;
export const PAGE = "/permission";

export type Asked = { readonly entry: PlannedEntry; readonly address: string; readonly text: StoredText };
type MailHouse = Pick<ConsentHouse, "mail" | "access" | "installation">;

/** One mail for what one act asks of one address, however many channels it is for. */
export async function askToConfirm(work: Work, house: MailHouse, asked: readonly Asked[]): Promise<void> {
  const letters = new Map(asked.map((one) => [`${one.entry.actId} ${one.entry.fp}`, one]));
  const counts = await countAsked(work.tx, [...new Set(asked.map(({ entry }) => entry.fp))], work.now);
  for (const { entry, address, text } of letters.values()) {
    if ((counts.get(entry.fp) ?? 0) > MOST_MAILS_A_DAY) continue;
    const token = tokenOf(house.access.secret, "confirm", confirmLinkOf(entry.actId, entry.fp, work.now));
    const url = `${house.access.place.url}${PAGE}#confirm=${token}`;
    await house.mail.send(work, {
      ...{ to: address, language: text.language, purpose: "consent.confirm", hasOneTimeLink: true },
      ...confirmLetter(text.language, house.installation.name, text.body, url),
      key: `consent.confirm ${entry.actId} ${entry.fp}`,
    });
  }
}

/** Clicked twice it is one act. */
export async function confirmWithToken(
  house: Pick<ConsentHouse, "db" | "access">,
  token: string,
): Promise<void> {
  const link = readToken(house.access.secret, "confirm", token);
  if (link === undefined) throw new Refusal("consent.link_dead");
  await house.db.work(PERSON, async (work) => {
    if (work.now.getTime() > link.until) throw new Refusal("consent.link_over");
    const actId = uuidOf(hmac(house.access.secret, `consent confirms ${link.act} ${link.fp}`));
    await confirm(work, { actId, confirms: link.act, fp: link.fp });
  });
}

/** The way out that a message carries; rooms that write messages put it into each of them. */
export const withdrawUrl = (house: Pick<ConsentHouse, "access">, link: WithdrawLink): string =>
  `${house.access.place.url}${PAGE}#withdraw=${tokenOf(house.access.secret, "withdraw", link)}`;

/** The address that a link was sent to, as every legal entity names it; as that of the link alone where it is not known by it. */
async function everywhere(
  { tx }: Work,
  { naming }: Pick<ConsentHouse, "naming">,
  { fp, kind }: Carrier,
): Promise<readonly Carrier[]> {
  const known = await nameAgain(tx, [fingerprintOf(fp)]);
  const own = known.flatMap((one) => (one.kind === kind ? [{ fp, kind, value: one.value }] : []));
  return own.length === 0 ? [{ fp, kind }] : inEveryCircle(tx, naming, own);
}

/** Clicked again it says nothing more, unless there was a yes in between. */
export async function withdrawWithToken(
  house: Pick<ConsentHouse, "db" | "access" | "noes" | "naming">,
  { token, everything }: { readonly token: string; readonly everything: boolean },
): Promise<void> {
  const link = readToken(house.access.secret, "withdraw", token);
  if (link === undefined) throw new Refusal("consent.link_dead");
  const { fp, kind, cause } = link;
  const { purpose, channel, entityId } = everything ? { purpose: null, channel: null, entityId: null } : link;
  await house.db.work(PERSON, async (work) => {
    const carriers = everything ? await everywhere(work, house, { fp, kind }) : [{ fp, kind }];
    const entries = planNo(
      {
        ...{ actId: uuid7(work.now.getTime()), carriers, purpose, channel, entityId },
        ...{ at: work.now, imported: false, cause, collectedBy: "link" },
      },
      work.now,
    );
    if (await isStillSaid(work.tx, { fps: carriers.map((one) => one.fp), purpose, channel, entityId, cause }))
      return;
    await writeEntries(work, entries);
    await house.noes.append(linesOf(entries));
  });
}

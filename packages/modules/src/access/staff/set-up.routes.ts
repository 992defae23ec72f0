// The doors for coming in the first time, and for a forgotten password. All of them are open to anyone.
import { Refusal } from "@somlos/contract";
import * as words from "@somlos/contract/rooms/access";
import { handle } from "@somlos/kernel/http";
import { uuid7 } from "@somlos/kernel/ids";
import type { AccessHouse } from "../access.house.ts";
import { takeTry } from "../limits/limits.actions.ts";
import { limits } from "../limits/limits.rules.ts";
import { askForNewPasskey } from "../passkeys/passkeys.actions.ts";
import { refuseForeignPage } from "../sessions/place.rules.ts";
import { letIn } from "../sessions/session.routes.ts";
import { askForgotten, resetPassword } from "./forgotten.actions.ts";
import { loadLink } from "./links.actions.ts";
import { redeem } from "./set-up.actions.ts";
import { findStaff } from "./staff.store.ts";

const ANSWER_FORGOTTEN_AFTER_MS = 200;

export const setUpDoors = [
  handle(words.lookAtLink, async (house: AccessHouse, { body, ip }) => {
    await takeTry(house, limits.link, { ip });
    return house.db.read(async (tx, now) => {
      const link = await loadLink(tx, body.token, ["owner", "invite"], now);
      const who = link.staffId === null ? undefined : await findStaff(tx, link.staffId);
      return {
        kind: link.kind === "owner" ? ("owner" as const) : ("invite" as const),
        email: who?.email ?? null,
        name: who?.name ?? null,
        endsAt: link.endsAt.toISOString(),
        passkeys: house.access.place.passkeyDomain !== undefined,
      };
    });
  }),
  handle(words.setUpPasskeyOptions, async (house: AccessHouse, { body, ip, headers }) => {
    refuseForeignPage(headers, house.access.place);
    await takeTry(house, limits.link, { ip });
    return house.db.work({ kind: "system", id: "access" }, async (work) => {
      const link = await loadLink(work.tx, body.token, ["owner", "invite"], work.now);
      const who = link.staffId === null ? undefined : await findStaff(work.tx, link.staffId);
      const email = who?.email ?? body.email;
      if (email === undefined) throw new Refusal("set_up.email_missing");
      return askForNewPasskey(work, house.access.place, "set_up", {
        staffId: link.staffId ?? uuid7(work.now.getTime()),
        email,
        name: body.name,
        house: house.installation.name,
      });
    });
  }),
  handle(words.setUp, async (house: AccessHouse, knock) => {
    refuseForeignPage(knock.headers, house.access.place);
    await takeTry(house, limits.link, { ip: knock.ip });
    return letIn(house, knock, await redeem(house, knock.body, knock.language, knock));
  }),
  handle(words.forgotPassword, async (house: AccessHouse, { body, ip, headers, language }) => {
    refuseForeignPage(headers, house.access.place);
    await askForgotten(house, body.email, language, { ip, answerAfterMs: ANSWER_FORGOTTEN_AFTER_MS });
    return {};
  }),
  handle(words.resetPassword, async (house: AccessHouse, { body, ip, headers }) => {
    refuseForeignPage(headers, house.access.place);
    await takeTry(house, limits.link, { ip });
    await resetPassword(house, body, ip);
    return {};
  }),
];

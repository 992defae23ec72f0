// Who knocks: the admin token, a colleague's session, or nobody. Keys are the collector's and open nothing here.
import { hash, timingSafeEqual } from "node:crypto";
import { permissions } from "@somlos/contract";
import type { Database } from "@somlos/kernel/db";
import type { Caller } from "@somlos/kernel/http";
import { ADMIN_TOKEN_ID } from "../access.house.ts";
import { mayOf, strongestOf } from "../staff/staff.rules.ts";
import { cookieOf, headerOf, type Place, refuseForeignChange, type Takes } from "./place.rules.ts";
import { keepAwake } from "./session.actions.ts";
import { hashOfToken } from "./session.rules.ts";
import { findSession } from "./session.store.ts";

export type Request = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
  readonly url: string;
  readonly method: string;
};

/** Collecting goes by keys alone; a colleague who looks at the shop is a visitor there. */
const COLLECT = "/v1/";
const NOBODY: Caller = { kind: "nobody" };
const ADMIN: Caller = {
  kind: "staff",
  staffId: ADMIN_TOKEN_ID,
  by: "token",
  role: "owner",
  may: permissions,
};

const digest = (text: string): Buffer => hash("sha256", text, "buffer");

/** A changing request with a session from a foreign page is refused here, before any door sees it. */
export function openAuthenticator(settings: {
  readonly db: Database;
  readonly adminToken: string;
  readonly place: Place;
}): (request: Request, takes?: Takes) => Promise<Caller> {
  const { db, place } = settings;
  const admin = digest(settings.adminToken);

  const bySession = async (token: string): Promise<Caller> => {
    const { session, now } = await db.read(async (tx, at) => ({
      session: await findSession(tx, hashOfToken(token), at),
      now: at,
    }));
    const role = strongestOf(session?.roles ?? []);
    if (session === undefined || role === undefined) return NOBODY;
    await keepAwake(db, session, now);
    return { kind: "staff", staffId: session.staffId, by: "session", role, may: mayOf(session.roles) };
  };

  return async (request, takes = "json") => {
    const bearer = /^bearer\s+(\S+)$/i.exec(headerOf(request.headers, "authorization") ?? "")?.[1];
    if (bearer !== undefined) return timingSafeEqual(digest(bearer), admin) ? ADMIN : NOBODY;
    const token = request.url.startsWith(COLLECT) ? undefined : cookieOf(request.headers, place);
    const caller = token === undefined ? NOBODY : await bySession(token);
    if (caller.kind !== "nobody") refuseForeignChange(request, place, takes);
    return caller;
  };
}

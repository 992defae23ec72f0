// For tests: colleagues who sign up as the first owner or by an invitation.
import type { Role } from "@somlos/contract";
import { makeSetUpLink } from "@somlos/modules/access";
import { mailsTo } from "./customer.ts";
import type { TestApp } from "./test-app.ts";

const PASSWORD = "en riktigt lång fras om lampor";
const tokenIn = (text: string): string => /#(?:token=)?([\w-]{20,})/.exec(text)?.[1] ?? "";

async function signUp(at: TestApp, token: string, name: string, email: string): Promise<string> {
  const answer = await fetch(`${at.base}/api/set-up`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: at.base },
    body: JSON.stringify({ token, name, email, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${email}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** The session's cookie. `owner`: the cookie of who invites; none for the first owner. `legalEntityId`: for that one alone. */
export async function signUpColleague(
  at: TestApp,
  role: Role,
  owner?: string,
  legalEntityId: string | null = null,
): Promise<string> {
  const email = `${role}${legalEntityId === null ? "" : "-of-one"}@butik.example`;
  if (owner === undefined) {
    const link = await at.house.db.work({ kind: "system", id: "test" }, (work) =>
      makeSetUpLink(work, at.house.access),
    );
    return signUp(at, tokenIn(link ?? ""), role, email);
  }
  await fetch(`${at.base}/api/staff`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: at.base, cookie: owner },
    body: JSON.stringify({ email, name: role, grants: [{ role, legalEntityId, locationIds: [] }] }),
  });
  return signUp(at, tokenIn((await mailsTo(at, email)).at(-1)?.text ?? ""), role, email);
}

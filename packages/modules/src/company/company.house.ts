// What the doors of this room need from the house. The audit and the grants live one floor up; the house brings them here.
import { Refusal } from "@somlos/contract";
import type { Tx, Work } from "@somlos/kernel/db";
import type { Caller, House, Knock } from "@somlos/kernel/http";
import type { CompanyView } from "./company.view.ts";
import type { Reach } from "./places/reach.rules.ts";

export type CompanyHouse = House & {
  readonly company: CompanyView;
  readonly audit: {
    note(
      work: Work,
      act: {
        readonly who: string;
        readonly what: string;
        readonly object?: string | undefined;
        readonly ip?: string | undefined;
      },
    ): Promise<void>;
  };
  /** What a colleague may do where. */
  readonly reachOf: (tx: Tx, staffId: string) => Promise<readonly Reach[]>;
};

type Knocker = Pick<Knock<unknown, unknown, unknown>, "caller" | "ip">;
export type StaffCaller = Extract<Caller, { kind: "staff" }>;

export function staffOf(caller: Caller): StaffCaller {
  if (caller.kind !== "staff") throw new Refusal("door.not_signed_in");
  return caller;
}

/** One change by staff with its line in the audit, in one transaction; then this process's own picture is made new. */
export async function change<T>(
  house: CompanyHouse,
  { caller, ip }: Knocker,
  what: string,
  go: (work: Work, grants: readonly Reach[]) => Promise<{ readonly answer: T; readonly object?: string }>,
): Promise<T> {
  const staff = staffOf(caller);
  const answer = await house.db.work({ kind: "staff", id: staff.staffId }, async (work) => {
    const done = await go(work, await house.reachOf(work.tx, staff.staffId));
    await house.audit.note(work, { who: staff.staffId, what, object: done.object, ip });
    return done.answer;
  });
  await house.company.refresh().catch(() => undefined); // away for a moment: the view's own clock mends it
  return answer;
}

// Saving what somebody saw: not over what they did not see. Pure.
import { Refusal } from "@somlos/contract";

export function refuseOld(there: { readonly version: number; readonly changedAt: Date }, seen: number): void {
  if (there.version !== seen)
    throw new Refusal("company.saved_by_other", {
      version: there.version,
      changedAt: there.changedAt.toISOString(),
    });
}

/** What is given; what is not stays as it is. */
export const givenOf = <T extends object>(wish: T): { [F in keyof T]?: Exclude<T[F], undefined> } =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as {
    [F in keyof T]?: Exclude<T[F], undefined>;
  };

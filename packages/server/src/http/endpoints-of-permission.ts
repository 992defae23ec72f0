// For the proof of the doors: who may pass those of permission and of the dial, kept by hand beside endpoints.test.ts.
import { type Role, roles } from "@somlos/contract";

export const but = (...without: Role[]): readonly Role[] => roles.filter((role) => !without.includes(role));

/** `everyone`: all whom the proof knows. */
export const allowedOfPermission = <Who extends string>(
  everyone: readonly Who[],
): Readonly<Record<string, readonly (Who | Role | "server key")[]>> => ({
  "consent.purposes_list": roles,
  "consent.purposes_enter": ["owner", "manager"],
  "consent.texts_list": roles,
  "consent.texts_publish": ["owner", "manager"],
  "consent.policies_list": ["owner", "manager", "marketing"],
  "consent.policies_decide": ["owner", "manager"],
  "consent.imports": ["owner", "manager", "marketing"],
  "consent.imports_open": ["owner", "manager", "marketing"],
  "consent.imports_take": ["owner", "manager"],
  "consent.imports_report": ["owner", "manager"],
  "consent.reach": ["owner", "manager", "marketing"],
  "consent.headlines": ["owner", "manager", "marketing"],
  "consent.benefits": ["owner", "manager", "marketing"],
  "consent.lists": ["owner", "manager", "marketing"],
  "consent.lists_take": ["owner", "manager"],
  "consent.person": but("store", "it"),
  "consent.person_history": but("store", "it"),
  "consent.recorded": but("it", "marketing"),
  "consent.grant": but("it", "marketing"),
  "consent.soft": but("it", "marketing"),
  "consent.withdraw": but("it", "marketing"),
  "permissions.take": ["server key"],
  "permissions.use": ["server key"],
  "permissions.shown": ["server key"],
  "permissions.codes_ask": ["server key"],
  "permissions.codes_answer": ["server key"],
  "permissions.confirm": everyone,
  "permissions.withdraw": everyone,
  "wishes.read": but("store", "it"),
  "wishes.set": but("store", "it", "marketing"),
  "topics.list": roles,
  "topics.save": ["owner", "manager"],
  "dial.read": but("store", "it"),
  "dial.set": but("store", "it", "marketing"),
  "dial.once": but("it", "marketing"),
  "dial.set_by_key": ["server key"],
  "dial.once_by_key": ["server key"],
});

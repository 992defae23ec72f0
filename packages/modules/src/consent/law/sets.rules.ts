// What the law of each country asks for, by day. A new law is a new set with its first day; a replay of an old day finds the
// old one. Not legal advice. Pure.
import type { PermissionChannel, RecipientKind } from "@somlos/contract/rooms/consent";
import type { purposeBases, purposeKinds } from "@somlos/contract/rooms/consent-purposes";

export type PurposeKind = (typeof purposeKinds)[number];
export type PurposeBasis = (typeof purposeBases)[number];
export type RegisterName = "nix_phone" | "nix_letter" | "robinson" | "reservasjon";

/** A public register to ask; the exceptions are consent, and a customer relation that is no older than `relationDays`. */
export type Register = {
  readonly need: "register";
  readonly list: RegisterName;
  readonly listDays: number;
  readonly relationDays: number | undefined;
};
/**
 * `permission`: consent or soft opt-in. `consent`: nothing less. `no_objection`: unless the person said no. `never`: whatever
 * the person said.
 */
export type Demand =
  | { readonly need: "permission" | "consent" | "no_objection" | "nothing" | "never" }
  | Register;

export type RuleSet = {
  readonly country: string;
  readonly from: string;
  readonly version: string;
  /** From this age on a person answers for themselves online. */
  readonly ownConsentAge: number;
  /** Companies are protected from mail as people are. */
  readonly companiesToo: boolean;
  readonly call: Demand;
  readonly letter: Demand;
};

/** Nobody younger gets advertising or is profiled, whatever the law allows. */
export const ADULT = 18;
/** "At most two months old", "quarterly": counted generously in days, so that a month more never passes. */
const TWO_MONTHS = 61;
const THREE_MONTHS = 92;
const YEAR = 365;

const register = (list: RegisterName, listDays: number, relationDays?: number): Register => ({
  need: "register",
  list,
  listDays,
  relationDays,
});
const GDPR_BEGAN = "2018-05-25";

/** `EU` is for every country without a set of its own. */
export const ruleSets: readonly RuleSet[] = [
  {
    country: "EU",
    from: GDPR_BEGAN,
    version: "EU 2018-05-25",
    ownConsentAge: 16,
    companiesToo: false,
    call: { need: "consent" },
    letter: { need: "no_objection" },
  },
  {
    country: "FI",
    from: GDPR_BEGAN,
    version: "FI 2018-05-25",
    ownConsentAge: 13,
    companiesToo: false,
    call: { need: "consent" },
    letter: { need: "no_objection" },
  },
  {
    country: "SE",
    from: GDPR_BEGAN,
    version: "SE 2018-05-25",
    ownConsentAge: 13,
    companiesToo: false,
    call: register("nix_phone", TWO_MONTHS, YEAR),
    letter: register("nix_letter", THREE_MONTHS, YEAR),
  },
  {
    country: "NO",
    from: GDPR_BEGAN,
    version: "NO 2018-05-25",
    ownConsentAge: 13,
    companiesToo: false,
    call: register("reservasjon", TWO_MONTHS, YEAR),
    letter: register("reservasjon", THREE_MONTHS, YEAR),
  },
  {
    country: "DK",
    from: GDPR_BEGAN,
    version: "DK 2018-05-25",
    ownConsentAge: 13,
    companiesToo: true,
    call: { need: "consent" },
    letter: register("robinson", THREE_MONTHS),
  },
  {
    country: "DK",
    from: "2024-01-01",
    version: "DK 2024-01-01",
    ownConsentAge: 15,
    companiesToo: true,
    call: { need: "consent" },
    letter: register("robinson", THREE_MONTHS),
  },
];

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The set of a country on a day. Days before all of them have the oldest. */
export function ruleSetOf(country: string, at: Date): RuleSet {
  const own = ruleSets.filter((set) => set.country === country);
  const sets = own.length > 0 ? own : ruleSets.filter((set) => set.country === "EU");
  const begun = sets.filter(({ from }) => from <= dayOf(at));
  const found = begun.at(-1) ?? sets[0];
  if (found === undefined) throw new Error("no rule set is the default");
  return found;
}

const electronic: readonly PermissionChannel[] = ["mail", "sms", "push", "chat", "robot_call"];
export const isElectronic = (channel: PermissionChannel): boolean => electronic.includes(channel);

export type Asked = {
  readonly kind: PurposeKind;
  /** The one that the purpose was entered with. */
  readonly basis: PurposeBasis;
  readonly channel: PermissionChannel;
  readonly recipientKind: RecipientKind;
};

/** Uses for which the law names no basis: there the purpose's own holds. All others need what the law says, whatever was entered. */
const ownBasis: readonly PurposeKind[] = ["service", "recognition", "sharing"];
const byBasis: Readonly<Record<PurposeBasis, Demand>> = {
  consent: { need: "consent" },
  contract: { need: "nothing" },
  legitimate_interest: { need: "no_objection" },
  legal_duty: { need: "nothing" },
};

/** What must be there before a person is reached or used for this. What no rule allows needs consent. */
export function demandOf(set: RuleSet, asked: Asked): Demand {
  if (asked.kind === "sensitive") return { need: "never" };
  if (ownBasis.includes(asked.kind)) return byBasis[asked.basis];
  if (asked.kind !== "marketing") return { need: "consent" };
  return asked.recipientKind === "company" ? toCompany(set, asked.channel) : toPerson(set, asked.channel);
}

function toPerson(set: RuleSet, channel: PermissionChannel): Demand {
  if (isElectronic(channel)) return { need: "permission" };
  if (channel === "call") return set.call;
  return channel === "letter" ? set.letter : { need: "consent" };
}

function toCompany(set: RuleSet, channel: PermissionChannel): Demand {
  if (isElectronic(channel)) return { need: set.companiesToo ? "permission" : "no_objection" };
  return { need: channel === "call" || channel === "letter" ? "no_objection" : "consent" };
}

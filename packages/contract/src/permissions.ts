// What staff may do, and which role brings what. Grants are role × legal entity × locations (trust.md).

export const permissions = [
  "account.own",
  "people.read",
  "people.search",
  "people.protected",
  "people.correct",
  "rights.manage",
  "dial.set",
  "dial.once",
  "wishes.set",
  "people.join",
  "identity.read",
  "identity.manage",
  "events.read",
  "events.replay",
  "sources.read",
  "sources.manage",
  "imports.read",
  "imports.run",
  "consent.read",
  "consent.look",
  "consent.manage",
  "consent.record",
  "mail.read",
  "staff.read",
  "staff.manage",
  "audit.read",
  "settings.read",
  "settings.manage",
  "locations.manage",
  "hours.manage",
  "operate.read",
  "operate.manage",
  "catalog.read",
  "catalog.manage",
  "test.clock",
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ["owner", "manager", "marketing", "sales", "service", "store", "it"] as const;
export type Role = (typeof roles)[number];

const looks: readonly Permission[] = ["account.own", "settings.read", "events.read", "catalog.read"];
const meets: readonly Permission[] = [
  ...looks,
  "people.read",
  "people.search",
  "dial.set",
  "dial.once",
  "wishes.set",
];

/** Whoever asks a person they may open sees what that person said before. */
const asks: readonly Permission[] = ["consent.look", "consent.record"];

/**
 * Store roles see a person only after the person identified themselves there today: no search, no list. Protected persons are
 * there for one role alone: whoever owns the house gives it to those who serve them, and does not see them for owning it.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  owner: permissions.filter((permission) => permission !== "people.protected"),
  manager: [
    ...meets,
    "people.correct",
    "people.join",
    "identity.read",
    "locations.manage",
    "hours.manage",
    "catalog.manage",
    "sources.read",
    "imports.read",
    "staff.read",
    "audit.read",
    "operate.read",
    "mail.read",
    "consent.read",
    "consent.look",
    "consent.manage",
    "consent.record",
  ],
  marketing: [
    ...looks,
    "people.read",
    "people.search",
    "imports.read",
    "imports.run",
    "sources.read",
    "consent.read",
    "consent.look",
  ],
  sales: [...meets, ...asks, "people.correct"],
  service: [
    ...meets,
    ...asks,
    "people.correct",
    "people.join",
    "identity.read",
    "mail.read",
    "rights.manage",
    "people.protected",
  ],
  store: ["account.own", "settings.read", "catalog.read", "hours.manage", "dial.once", "consent.record"],
  it: [
    ...looks,
    "identity.read",
    "identity.manage",
    "settings.manage",
    "catalog.manage",
    "events.replay",
    "sources.read",
    "sources.manage",
    "imports.read",
    "imports.run",
    "operate.read",
    "operate.manage",
    "mail.read",
    "staff.read",
  ],
};

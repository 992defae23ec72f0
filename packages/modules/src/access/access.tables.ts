// Generated from the migrated database by npm run generate: a row of each table of the room access.

/** keep: three years; erase: the act stays, without the person and the reason, and of reasons about others without what names them; export: to the person without the name of the colleague */
export type ActsRow = {
  /** none: id of the act */
  id: string;
  /** none: when */
  at: Date;
  /** identifier: id of the colleague, name of the token, system or nobody */
  who: string;
  /** none: id of the endpoint */
  what: string;
  /** identifier: id of the key or colleague that was changed */
  object_id: string | null;
  /** identifier: the person who was opened */
  person_id: string | null;
  /** personal: why, in the words of the colleague */
  reason: string | null;
  /** none: whether it was refused */
  refused: boolean;
  /** identifier: HMAC of the network address under the secret of the installation */
  ip_hash: string | null;
  /** none: role of the colleague at that time; none: a token, a system, nobody, or an act of before this was kept */
  function: string | null;
  /** none: where the colleague worked at that time, when that was one place */
  location_id: string | null;
};

/** keep: five minutes; erase: passes by itself; export: no */
export type ChallengesRow = {
  /** none: SHA-256 of the challenge a passkey must sign */
  hash: Buffer;
  /** none: what it is for */
  purpose: string;
  /** identifier: the colleague who may answer; none at sign-in; the future owner at set-up */
  staff_id: string | null;
  /** none: when it stops */
  ends_at: Date;
};

/** keep: until answered, seconds; erase: passes by itself; export: no */
export type ForgottenRow = {
  /** none: id of the request */
  id: string;
  /** identifier: address as typed, known to us or not */
  email: string;
  /** none: language to answer in when the colleague is unknown */
  language: string;
  /** none: when */
  asked_at: Date;
};

/** keep: while the colleague has them; erase: with the colleague; export: to the colleague */
export type GrantsRow = {
  /** none: id of the grant */
  id: string;
  /** identifier: the colleague */
  staff_id: string;
  /** none: one role */
  role: string;
  /** none: the legal entity it is for; none means all */
  legal_entity_id: string | null;
  /** none: the locations it is for; empty means all */
  location_ids: string[];
  /** none: when */
  granted_at: Date;
  /** identifier: the colleague who granted it, or system */
  granted_by: string;
};

/** keep: for ever, one row; erase: nothing about a person; export: no */
export type KeyringsRow = {
  /** none: there is one row */
  one: boolean;
  /** none: grows with every change of a key, so that every process knows when to read again */
  version: number;
};

/** keep: for ever, closed keys explain old events; erase: nothing about a person; export: names and times, never a hash */
export type KeysRow = {
  /** none: id of the key */
  id: string;
  /** none: number of the source in the room events, given by it */
  source_id: number;
  /** none: what staff call it */
  name: string;
  /** none: public can be read by anyone in a page; server is a secret of a system of the retailer */
  trust: string;
  /** none: the first characters, to tell keys apart on the screen */
  prefix: string;
  /** none: SHA-256 of the key */
  hash: Buffer;
  /** none: the key itself, public keys only: they stand in snippets */
  clear: string | null;
  /** none: web addresses the key accepts events from; empty accepts every one */
  origins: string[];
  /** none: when it was made */
  created_at: Date;
  /** identifier: the colleague who made it, or system */
  created_by: string;
  /** none: when it was last used, to about a minute */
  last_used_at: Date | null;
  /** none: when a new key took over from it */
  rolled_at: Date | null;
  /** none: when a rolled key stops */
  ends_at: Date | null;
  /** none: when it was closed by hand */
  closed_at: Date | null;
};

/** keep: a day after they end; erase: with the colleague; export: no */
export type LinksRow = {
  /** none: id of the link */
  id: string;
  /** none: first owner, invitation, or a new password */
  kind: string;
  /** sensitive: SHA-256 of what the link holds */
  token_hash: Buffer;
  /** identifier: the colleague it is for; none for the first owner */
  staff_id: string | null;
  /** none: when */
  made_at: Date;
  /** none: when it stops */
  ends_at: Date;
  /** none: when it was used or withdrawn */
  used_at: Date | null;
};

/** keep: until removed; erase: with the colleague; export: names and times to the colleague */
export type PasskeysRow = {
  /** none: id of the passkey here */
  id: string;
  /** identifier: the colleague */
  staff_id: string;
  /** identifier: id the authenticator gave it */
  credential_id: string;
  /** identifier: public key in COSE form */
  public_key: Buffer;
  /** none: how often it signed, where the authenticator counts */
  counter: number;
  /** none: how browsers reach the authenticator */
  transports: string[];
  /** none: whether the authenticator keeps a copy elsewhere */
  backed_up: boolean;
  /** personal: what the colleague calls it */
  name: string;
  /** none: when */
  created_at: Date;
  /** none: when it last signed in */
  last_used_at: Date | null;
};

/** keep: for ever; erase: nothing about a person; export: no */
export type SecretMarksRow = {
  /** none: always 1 */
  id: number;
  /** none: HMAC of a fixed word: tells whether SOMLOS_SECRET is the one that all fingerprints here were made with */
  mark: Buffer;
};

/** keep: until sign-out, twelve hours idle or seven days; erase: with the colleague; export: to the colleague, without the hash */
export type SessionsRow = {
  /** none: id of the session */
  id: string;
  /** sensitive: SHA-256 of what the cookie holds */
  token_hash: Buffer;
  /** identifier: the colleague */
  staff_id: string;
  /** none: how they signed in */
  how: string;
  /** none: when */
  signed_in_at: Date;
  /** none: when last used, to about five minutes */
  seen_at: Date;
  /** none: when it ends whatever happens */
  ends_at: Date;
  /** personal: what the browser calls itself, so that a colleague can tell their sessions apart */
  agent: string;
};

/** keep: while employed and three years more, the audit needs the name; erase: by hand after that; export: to the colleague */
export type StaffRow = {
  /** identifier: id of the colleague */
  id: string;
  /** identifier: work address, in lower case; signs in with it */
  email: string;
  /** personal: what colleagues call them */
  name: string;
  /** none: language of the screens and mails */
  language: string;
  /** sensitive: argon2id of the password, with its salt and cost */
  password_hash: string | null;
  /** none: when invited */
  created_at: Date;
  /** identifier: the colleague who invited, or system */
  created_by: string;
  /** none: when the invitation was taken */
  joined_at: Date | null;
  /** none: when the door was closed */
  deactivated_at: Date | null;
};

/** keep: as long as the limit looks back, at most a day; erase: passes by itself; export: no */
export type TriesRow = {
  /** identifier: HMAC of what is limited and for whom */
  bucket: string;
  /** none: the tries that count */
  at: string;
  /** none: when none of them counts any more */
  ends_at: Date;
};

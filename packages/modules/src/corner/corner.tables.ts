// Generated from the migrated database by npm run generate: a row of each table of the room corner.

/** keep: a year after it was brought, or until taken away; erase: all of the identifier; export: everything */
export type BroughtRow = {
  /** none: id of the line */
  id: string;
  /** identifier: keyed fingerprint of the identifier that was proven */
  fp: string;
  /** personal: which product it is, so that it stands once */
  thing_key: string;
  /** personal: where it was looked at, if the file says so */
  shop: string | null;
  /** personal: what was looked at, as the file says */
  thing: unknown;
  /** personal: when it was brought */
  brought_at: Date;
};

/** keep: five minutes; erase: passes by itself; export: no */
export type ChallengesRow = {
  /** none: SHA-256 of the challenge a passkey must sign */
  hash: Buffer;
  /** identifier: whose new passkey it is for; none at sign-in */
  fp: string | null;
  /** none: when it stops */
  ends_at: Date;
};

/** keep: until an hour after they end; erase: all of the identifier; export: no, the mails are exported */
export type LinksRow = {
  /** none: id of the link */
  id: string;
  /** none: sign in, confirm as a second proof, or take back what was done */
  purpose: string;
  /** identifier: keyed fingerprint of the address */
  fp: string;
  /** identifier: where it is mailed, known to us or not */
  address: string;
  /** none: language of the mail */
  language: string;
  /** sensitive: SHA-256 of what the browser that asked holds */
  browser_hash: Buffer | null;
  /** none: the session that is to be confirmed */
  session_id: string | null;
  /** none: kind of what can be taken back */
  object_kind: string | null;
  /** none: what can be taken back */
  object_id: string | null;
  /** sensitive: SHA-256 of what the link holds */
  token_hash: Buffer | null;
  /** sensitive: HMAC of the code and the link */
  code_hash: string | null;
  /** none: when asked */
  made_at: Date;
  /** none: when it stops */
  ends_at: Date;
  /** none: when the mail was written, or nobody was known by the address */
  answered_at: Date | null;
  /** none: when it was used */
  used_at: Date | null;
};

/** keep: until removed; erase: all of the identifier; export: names and times */
export type PasskeysRow = {
  /** none: id of the passkey here */
  id: string;
  /** identifier: keyed fingerprint of the identifier it signs in */
  fp: string;
  /** none: kind of the identifier */
  kind: string;
  /** identifier: its normal form */
  value: string;
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
  /** personal: what the customer calls it */
  name: string;
  /** personal: when */
  created_at: Date;
  /** none: from when it is proof enough for export and erasure; null until it is confirmed */
  proves_from: Date | null;
  /** personal: when it last signed in */
  last_used_at: Date | null;
};

/** keep: ninety days, when what was looked at is no longer shown either; erase: all of the identifier; export: everything */
export type PutAwayRow = {
  /** identifier: keyed fingerprint of the identifier that was proven */
  fp: string;
  /** personal: which product it is, hashed */
  thing_id: string;
  /** personal: when it was put away; looked at later, it is shown again */
  put_at: Date;
};

/** keep: until sign-out, seven days idle or thirty days; erase: all of the identifier; export: times, way in and browser */
export type SessionsRow = {
  /** none: id of the session */
  id: string;
  /** sensitive: SHA-256 of what the cookie holds */
  token_hash: Buffer;
  /** identifier: keyed fingerprint of the identifier that was proven */
  fp: string;
  /** none: kind of the identifier */
  kind: string;
  /** identifier: its normal form */
  value: string;
  /** none: how they signed in */
  how: string;
  /** none: the passkey that signed in */
  passkey_id: string | null;
  /** personal: when */
  signed_in_at: Date;
  /** personal: when a second proven address was confirmed */
  proven_at: Date | null;
  /** personal: when last used, to about five minutes */
  seen_at: Date;
  /** none: when it ends whatever happens */
  ends_at: Date;
  /** personal: what the browser calls itself */
  agent: string;
  /** none: whether it is on a screen that many stand before */
  shared: boolean;
};

/** keep: until the token is over, minutes; erase: nothing personal; export: no */
export type UsedTokensRow = {
  /** none: SHA-256 of an identity token that was used */
  hash: Buffer;
  /** none: when the token is over by itself */
  ends_at: Date;
};

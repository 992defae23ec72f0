// Generated from the migrated database by npm run generate: a row of each table of the room company.

/** keep: for ever, orders and permissions name them; erase: nothing personal; export: no */
export type EntitiesRow = {
  /** none: id of the legal entity */
  id: string;
  /** none: short name in events and files; never changes */
  code: string;
  /** none: as registered */
  name: string;
  /** none: number in the register of companies */
  organisation_number: string | null;
  /** none: ISO 3166-1, two letters */
  country: string;
  /** none: ISO 4217, for amounts at its locations that name none */
  currency: string;
  /** none: ISO 639-1, what its customers are spoken to in, in order */
  languages: string[];
  /** none: IANA zone of its calendar online */
  time_zone: string;
  /** none: its last day; none while it trades */
  closed_on: Date | null;
  /** none: grows with each save, so that nobody overwrites unseen */
  version: number;
  /** none: when entered */
  created_at: Date;
  /** identifier: the colleague who entered it */
  created_by: string;
  /** none: when last saved */
  changed_at: Date;
  /** identifier: the colleague who saved last */
  changed_by: string;
  /** none: 0 for the first one entered, then 1, 2 and on; never changes and is never given again */
  number: number;
  /** none: whether what names no legal entity is its; exactly one */
  principal: boolean;
};

/** keep: past ones for ever, the day was so; erase: nothing personal; export: no */
export type ExceptionsRow = {
  /** none: the location */
  location_id: string;
  /** none: the day that is not like its weekday */
  on_date: Date;
  /** none: why, as customers may read it */
  note: string;
  /** none: minutes of the day when it opens; empty: closed all day */
  opens_minutes: string;
  /** none: minutes of the day when it closes, in the same order */
  closes_minutes: string;
};

/** keep: for ever, events and orders name them; erase: nothing personal; export: no */
export type LocationsRow = {
  /** none: id of the location */
  id: string;
  /** none: what events call it in location; never changes */
  code: string;
  /** none: as customers know it */
  name: string;
  /** none: store, warehouse, pickup_point or online */
  kind: string;
  /** none: the legal entity that sells there; never changes */
  entity_id: string;
  /** none: street and number */
  street: string | null;
  /** none: postal code */
  postal_code: string | null;
  /** none: town */
  city: string | null;
  /** none: ISO 3166-1, two letters */
  country: string;
  /** none: IANA zone of its clock; none: as its legal entity */
  time_zone: string | null;
  /** none: degrees north */
  latitude: number | null;
  /** none: degrees east */
  longitude: number | null;
  /** none: number customers call, E.164 */
  phone: string | null;
  /** none: first day */
  opened_on: Date | null;
  /** none: last day; none while it goes on */
  closed_on: Date | null;
  /** none: grows with each save of it or its hours, so that nobody overwrites unseen */
  version: number;
  /** none: when entered */
  created_at: Date;
  /** identifier: the colleague who entered it */
  created_by: string;
  /** none: when last saved */
  changed_at: Date;
  /** identifier: the colleague who saved last */
  changed_by: string;
};

/** keep: until replaced or removed; erase: nothing personal; export: no */
export type LogosRow = {
  /** none: always 1 */
  id: number;
  /** none: how it is written */
  media_type: string;
  /** none: the picture as it was sent */
  bytes: Buffer;
  /** none: SHA-256 of the bytes, in its address */
  hash: string;
  /** none: when it was put there */
  changed_at: Date;
  /** identifier: the colleague who put it there */
  changed_by: string;
};

/** keep: until changed; erase: nothing personal; export: no */
export type OpeningHoursRow = {
  /** none: the location */
  location_id: string;
  /** none: 1 Monday to 7 Sunday */
  weekday: number;
  /** none: minute of the day on the clock of the place */
  opens_minute: number;
  /** none: minute of the day; from 1440 on it is the next day */
  closes_minute: number;
};

/** keep: for ever; erase: nothing personal; export: no */
export type RevisionsRow = {
  /** none: always 1 */
  id: number;
  /** none: number of the last change */
  revision: number;
};

/** keep: for ever; erase: nothing personal; export: no */
export type SettingsRow = {
  /** none: always 1 */
  id: number;
  /** none: name shown to staff and customers */
  name: string;
  /** none: ISO 4217, for amounts that name none; none: such amounts are parked */
  default_currency: string | null;
  /** none: ISO 639-1, for whoever chose none */
  default_language: string;
  /** none: ISO 639-1, the languages offered to customers, in order */
  languages: string[];
  /** none: grows with each save, so that nobody overwrites unseen */
  version: number;
  /** none: when last saved */
  changed_at: Date;
  /** identifier: the colleague who saved last, or system */
  changed_by: string;
  /** none: ISO 3166-1 of phone numbers and addresses that name none; none chosen: as the principal, else SE */
  default_country: string | null;
};

/** keep: for ever, with the basis; erase: nothing personal; export: no */
export type SharingMembersRow = {
  /** none: the basis */
  sharing_id: string;
  /** none: the legal entity that shares on it */
  entity_id: string;
  /** none: whether the basis holds; ends with it */
  live: boolean;
};

/** keep: for ever, it says why people were shared; erase: of why it ended what names the erased; export: no */
export type SharingsRow = {
  /** none: id of the basis */
  id: string;
  /** none: id of the act that recorded it, by the caller */
  act_id: string;
  /** none: joint_controllers (GDPR art. 26), processor_agreement (art. 28), group_interest (art. 6.1.f), consent or merger */
  ground: string;
  /** none: what customers read about it, in English */
  words_en: string;
  /** none: the same in Swedish */
  words_sv: string;
  /** none: the same in Danish */
  words_da: string;
  /** none: where the agreement or the balance test is kept */
  document: string | null;
  /** none: when it was recorded; it holds for what is collected from then on */
  recorded_at: Date;
  /** identifier: the colleague who recorded it */
  recorded_by: string;
  /** none: when it ended; none while it holds */
  ended_at: Date | null;
  /** identifier: the colleague who ended it */
  ended_by: string | null;
  /** none: why it ended, in their words */
  ended_why: string | null;
  /** none: id of the act that ended it, by the caller */
  end_act_id: string | null;
};

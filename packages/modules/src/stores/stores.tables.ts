// Generated from the migrated database by npm run generate: a row of each table of the room stores.

/** keep: until it is compared; erase: nothing personal; export: no */
export type CountedAnewRow = {
  /** none: hash of the sku */
  variant_id: string;
  /** none: where it was counted */
  location_id: string;
};

/** keep: for ever; erase: nothing personal; export: no */
export type DifferenceOwnersRow = {
  /** none: the source */
  source_id: number;
  /** identifier: the colleague who looks after what it says of goods */
  staff_id: string;
  /** none: when that was said */
  set_at: Date;
  /** identifier: who said so */
  set_by: string;
};

/** keep: for ever; erase: nothing personal; export: no */
export type DifferencePlaceRow = {
  /** none: 1 */
  id: number;
  /** none: up to when the edges of reductions were looked for */
  looked_until: Date;
};

/** keep: 30 days after its end; erase: nothing personal; export: no */
export type DifferencesRow = {
  /** none: hash of what differs between which two */
  id: string;
  /** none: name, price, promotion, terms or stock */
  kind: string;
  /** none: the product */
  product_id: string;
  /** none: the variant; none: it is of the whole product */
  variant_id: string | null;
  /** none: what the retailer calls the product */
  code: string;
  /** none: what the retailer calls the variant */
  sku: string | null;
  /** none: language of a name, name of a fact */
  key: string | null;
  /** none: whose price */
  entity_id: string | null;
  /** none: whose other price in the same currency */
  other_entity_id: string | null;
  /** none: where it is shown or counted */
  location_id: string | null;
  /** none: whose word holds */
  holding_source: number;
  /** none: the word that holds */
  holding: unknown;
  /** none: when it was so */
  holding_at: Date;
  /** none: who says otherwise */
  other_source: number;
  /** none: it is only shown there */
  shown: boolean;
  /** none: the other word */
  other: unknown;
  /** none: when it was so */
  other_at: Date;
  /** none: since when they differ */
  found_at: Date;
  /** none: when they agreed again */
  ended_at: Date | null;
  /** none: when a colleague said why it is so */
  explained_at: Date | null;
  /** identifier: the colleague who said so */
  explained_by: string | null;
  /** none: why it is so */
  reason: string | null;
};

/** keep: as long as the feed; erase: nothing personal; export: no */
export type FeedFetchesRow = {
  /** none: the feed */
  feed_id: string;
  /** none: where its file is */
  address: string;
  /** none: how often it is fetched */
  every_minutes: number;
  /** none: the file names all that the feed sells */
  whole: boolean;
  /** none: sealed, the name and password for the machine of the address */
  login: Buffer | null;
  /** none: when it is fetched next */
  next_at: Date;
  /** identifier: the colleague who asked for it now; none: it is time */
  asked_by: string | null;
  /** none: who fetches it now */
  owner: string | null;
  /** none: until when nobody else does */
  lease_until: Date | null;
  /** none: what the machine called the last file */
  etag: string | null;
  /** none: when the last file was changed, as the machine says it */
  modified: string | null;
  /** none: the run of the last file */
  run_id: string | null;
  /** none: how many times in a row it failed */
  failures: number;
  /** none: when it was last fetched */
  last_at: Date | null;
  /** none: taken, same (nothing new) or failed */
  last_outcome: string | null;
  /** none: why it failed */
  last_code: string | null;
  /** none: what was answered, a number or a code */
  last_detail: string | null;
  /** none: when its settings were last changed */
  changed_at: Date;
  /** identifier: the colleague who changed them */
  changed_by: string;
};

/** keep: as long as the feed; erase: nothing personal; export: no */
export type FeedHearingsRow = {
  /** none: the feed */
  feed_id: string;
  /** none: webhooks with a right signature */
  heard: number;
  /** none: statements in them that were refused */
  refused: number;
  /** none: when the last one with a right signature came */
  last_at: Date | null;
  /** none: why something of the last one was refused */
  last_code: string | null;
  /** none: when one with a wrong signature last came, to the second */
  unsigned_at: Date | null;
};

/** keep: as long as the feed; erase: nothing personal; export: no */
export type FeedItemsRow = {
  /** none: the feed */
  feed_id: string;
  /** none: what the shop counts stock by */
  item: string;
  /** none: what it is, as its product last named it; none: nobody did yet */
  sku: string | null;
  /** none: when the product said so */
  named_at: Date | null;
};

/** keep: as long as the feed; erase: nothing personal; export: no */
export type FeedLevelsRow = {
  /** none: the feed */
  feed_id: string;
  /** none: what the shop counts stock by */
  item: string;
  /** none: where */
  location_id: string;
  /** none: pieces that can be had there */
  on_hand: number;
  /** none: when it was so */
  counted_at: Date;
};

/** keep: as long as the run; erase: nothing personal; export: no */
export type FeedRefusalsRow = {
  /** none: the run */
  run_id: string;
  /** none: line of the file */
  line: number;
  /** none: why it was refused */
  code: string;
  /** none: which field, and what is wrong with it */
  detail: string | null;
};

/** keep: for ever; erase: nothing personal; export: no */
export type FeedRunsRow = {
  /** none: id of the run, name of its file */
  id: string;
  /** none: the feed */
  feed_id: string;
  /** none: running, asks, done or failed */
  state: string;
  /** none: when it was as the file says */
  said_at: Date;
  /** none: the file names all that the feed sells */
  whole: boolean;
  /** none: how the file is read */
  seen: unknown;
  /** none: where reading goes on */
  place: unknown;
  /** none: of the file that is read */
  share: number;
  /** none: rows read */
  rows_read: number;
  /** none: rows taken in */
  taken: number;
  /** none: rows refused */
  refused: number;
  /** none: articles that a whole file leaves out */
  retires: number | null;
  /** none: why it failed */
  code: string | null;
  /** none: the line at which it failed */
  line: number | null;
  /** none: when the file had come */
  started_at: Date;
  /** identifier: the colleague who sent it */
  started_by: string;
  /** none: when it last got on */
  updated_at: Date;
};

/** keep: for ever; erase: nothing personal; export: no */
export type FeedsRow = {
  /** none: id of the feed */
  id: string;
  /** none: the source that it is */
  source_id: number;
  /** none: what staff call it */
  name: string;
  /** none: of words whose column names none */
  language: string;
  /** none: whose prices these are */
  entity_id: string;
  /** none: of prices that name none; none: that of the entity */
  currency: string | null;
  /** none: tax in its prices, in hundredths of a percent */
  tax_basis_points: number | null;
  /** none: where stock lies whose row names no location */
  location_id: string | null;
  /** none: files, or the shop whose webhooks it hears */
  kind: string;
  /** none: sealed, what its webhooks are signed with */
  secret: Buffer | null;
  /** none: which of our locations each of the shop's is */
  places: unknown;
  /** none: when it was made */
  made_at: Date;
  /** identifier: the colleague who made it */
  made_by: string;
};

/** keep: until counted anew; erase: nothing personal; export: no */
export type FiguresRow = {
  /** none: hash of the sku */
  variant_id: string;
  /** none: where it is */
  location_id: string;
  /** none: what the retailer calls it */
  sku: string;
  /** none: pieces there; below nothing: the till sold what nobody had counted */
  on_hand: number;
  /** none: when it was so */
  counted_at: Date;
  /** none: in which parts of the place, on which shelf, how many */
  zones: unknown;
  /** none: the source that said so */
  source_id: number;
  /** none: hash of what was said, which decides between two of one moment */
  input: string;
};

/** keep: for ever, as the transfer of the ledger; erase: nothing personal; export: no */
export type HoldsRow = {
  /** none: id by the client, that of the transfer */
  id: string;
  /** none: the source that asked */
  source_id: number;
  /** none: where it is held */
  location_id: string;
  /** none: what is held */
  variant_id: string;
  /** none: pieces */
  quantity: number;
  /** none: when it was asked for */
  made_at: Date;
};

/** keep: for ever; erase: nothing personal; export: no */
export type SettingsRow = {
  /** none: the location */
  location_id: string;
  /** none: pieces of each product that are promised to nobody */
  margin: number;
  /** none: how long something is held for somebody */
  hold_minutes: number;
  /** none: a count older than this says nothing */
  stale_minutes: number;
  /** none: codes and names of its parts, in order */
  zones: unknown;
  /** none: grows with each save, so that nobody overwrites unseen */
  version: number;
  /** none: when last saved */
  changed_at: Date;
  /** identifier: the colleague who saved last */
  changed_by: string;
};

/** keep: for ever; erase: nothing personal; export: no */
export type WholesRow = {
  /** none: the source */
  source_id: number;
  /** none: the location */
  location_id: string;
  /** none: from when on it told of all that is there */
  said_at: Date;
};

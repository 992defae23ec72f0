// Generated from the migrated database by npm run generate: a row of each table of the room catalog.

/** keep: for ever; erase: nothing personal; export: no */
export type CategoryNamesRow = {
  /** none: the path in small letters */
  key: string;
  /** none: of the name */
  language: string;
  /** none: of the last part of the path; none: it has none in this language */
  name: string | null;
  /** none: when it was so */
  said_at: Date;
  /** none: hash that decides between two words of one moment */
  input: string;
};

/** keep: until it is done; erase: nothing personal; export: no */
export type CategoryNewsRow = {
  /** none: the path in small letters */
  key: string;
  /** none: the product up to which it is done */
  after: string;
};

/** keep: for ever, also when no product names them any more: they cost little; erase: nothing personal; export: no */
export type PicturesRow = {
  /** none: SHA-256 of the bytes */
  hash: string;
  /** none: kind of picture, as its bytes say */
  media_type: string;
  /** none: the picture */
  bytes: Buffer;
  /** none: when it first came */
  kept_at: Date;
};

/** keep: for ever, the law asks for earlier prices; erase: nothing personal; export: no */
export type PricesRow = {
  /** none: of what */
  variant_id: string;
  /** none: whose price */
  entity_id: string;
  /** none: from when it holds, until the next */
  at: Date;
  /** none: ISO 4217 */
  currency: string;
  /** none: the ordinary price, tax included, in minor units */
  amount_minor: number;
  /** none: tax in it, in hundredths of a percent */
  tax_basis_points: number | null;
  /** none: a reduced price, in minor units */
  sale_minor: number | null;
  /** none: from when it is reduced; none: from the beginning */
  sale_from: Date | null;
  /** none: until when it is reduced; none: until the next */
  sale_until: Date | null;
  /** none: hash of what was said, which decides between two of one moment */
  input: string;
};

/** keep: for ever, orders name them; erase: nothing personal; export: no */
export type ProductsRow = {
  /** none: hash of the code */
  id: string;
  /** none: what the retailer calls it */
  code: string;
  /** none: brand */
  brand: string | null;
  /** none: path of the category, with > between */
  category: string | null;
  /** none: facts of the product by name */
  attributes: unknown;
  /** none: when the source said so */
  said_at: Date;
  /** none: hash of what was said, which decides between two of one moment */
  input: string;
  /** none: addresses of pictures, with what they show */
  media: unknown;
};

/** keep: until it is compared; erase: nothing personal; export: no */
export type SaidAnewRow = {
  /** none: hash of the code */
  product_id: string;
};

/** keep: as long as the product; erase: nothing personal; export: no */
export type SaidFactsRow = {
  /** none: hash of the code */
  product_id: string;
  /** none: who said so */
  source_id: number;
  /** none: facts and terms of the product by name */
  facts: unknown;
  /** none: when it was so */
  said_at: Date;
  /** none: hash of what was said */
  input: string;
  /** none: it was told to the catalogue; else it is only shown there */
  holds: boolean;
};

/** keep: as long as the product; erase: nothing personal; export: no */
export type SaidNamesRow = {
  /** none: hash of the code */
  product_id: string;
  /** none: ISO 639-1 */
  language: string;
  /** none: who said so */
  source_id: number;
  /** none: as customers read it there */
  name: string;
  /** none: when it was so */
  said_at: Date;
  /** none: hash of what was said */
  input: string;
  /** none: it was told to the catalogue; else it is only shown there */
  holds: boolean;
};

/** keep: as long as the variant; erase: nothing personal; export: no */
export type SaidPricesRow = {
  /** none: hash of the sku */
  variant_id: string;
  /** none: whose price */
  entity_id: string;
  /** none: where it is shown; nil: everywhere */
  location_id: string;
  /** none: who said so */
  source_id: number;
  /** none: from when it holds */
  at: Date;
  /** none: ISO 4217 */
  currency: string;
  /** none: the ordinary price, tax included, in minor units */
  amount_minor: number;
  /** none: a reduced price, in minor units */
  sale_minor: number | null;
  /** none: from when it is reduced; none: from the beginning */
  sale_from: Date | null;
  /** none: until when it is reduced; none: until the next */
  sale_until: Date | null;
  /** none: hash of what was said */
  input: string;
  /** none: it was told to the catalogue; else it is only shown there */
  holds: boolean;
};

/** keep: as long as the product; erase: nothing personal; export: no */
export type SearchRowsRow = {
  /** none: the product */
  product_id: string;
  /** none: of the text */
  language: string;
  /** none: languages of those who are shown this text */
  serves: string[];
  /** none: its words as they are looked for */
  doc: string;
  /** none: name and brand in plain small letters */
  folded: string;
};

/** keep: as long as the variant; erase: nothing personal; export: no */
export type SightingsRow = {
  /** none: the source */
  source_id: number;
  /** none: the variant */
  variant_id: string;
  /** none: when the source last named it */
  said_at: Date | null;
  /** none: when the source last said that it is sold no more */
  gone_at: Date | null;
};

/** keep: as long as the product; erase: nothing personal; export: no */
export type TellingsRow = {
  /** none: the source */
  source_id: number;
  /** none: the product */
  product_id: string;
  /** none: when the source last named all its variants */
  said_at: Date | null;
  /** none: when the source last said that it is sold no more */
  gone_at: Date | null;
};

/** keep: as long as the product; erase: nothing personal; export: no */
export type TextsRow = {
  /** none: the product */
  product_id: string;
  /** none: ISO 639-1 */
  language: string;
  /** none: as customers read it */
  name: string;
  /** none: as customers read it */
  description: string | null;
  /** none: when the source said so */
  said_at: Date;
  /** none: hash of what was said */
  input: string;
};

/** keep: for ever, orders name them; erase: nothing personal; export: no */
export type VariantsRow = {
  /** none: hash of the sku */
  id: string;
  /** none: the product that it is a variant of */
  product_id: string;
  /** none: what the retailer calls it */
  sku: string;
  /** none: GTIN of 14 digits */
  gtin: string | null;
  /** none: size, colour and the like, by name */
  options: unknown;
  /** none: order among the variants of the product */
  place: number;
  /** none: when the source said so */
  said_at: Date;
  /** none: hash of what was said */
  input: string;
  /** none: addresses of pictures of this variant, with what they show */
  media: unknown;
};

/** keep: for ever; erase: nothing personal; export: no */
export type WholesRow = {
  /** none: the source */
  source_id: number;
  /** none: from when on it told of all that it sells */
  said_at: Date;
};

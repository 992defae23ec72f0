// XML of Google's product feed, RSS 2.0 or Atom: one item after the other, whatever the size of the file. Where reading goes on
// is counted in items, since XML is only known from its beginning. Entities of a DOCTYPE are never read.
import { Refusal } from "@somlos/contract";
import { SaxesParser } from "saxes";
import { type Row, readPieces } from "../../../events/index.ts";

const ITEMS = new Set(["item", "entry"]);
const MOST_CHARS = 1024 * 1024;
const MOST_DEPTH = 20;
const ROWS_AT_ONCE = 2000;
const ENCODING = /^<\?xml[^>]*\bencoding=["']([A-Za-z0-9._-]{1,40})["']/;

export type ItemPlace = { readonly items: number };
export type Items = {
  readonly rows: readonly Row[];
  readonly items: number;
  /** Of the bytes of the file. */
  readonly share: number;
};

/** `g:price` and `price` are one: Google's own elements and those of RSS never clash. */
const localOf = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Gathers one item after the other from the parser's calls. */
class Gatherer {
  rows: Row[] = [];
  items = 0;
  #path: string[] = [];
  #text = "";
  #chars = 0;
  #item: { readonly line: number; readonly values: Map<string, string[]>; inside: number } | undefined;
  readonly #skip: number;
  #depth = 0;

  constructor(skip: number) {
    this.#skip = skip;
  }
  open(name: string, line: number): void {
    if (++this.#depth > MOST_DEPTH) throw new Refusal("feeds.not_xml", { line });
    const local = localOf(name);
    if (this.#item === undefined) {
      if (!ITEMS.has(local)) return;
      this.#item = { line, values: new Map(), inside: this.#depth };
      this.#chars = 0;
      return;
    }
    this.#path.push(local);
    this.#text = "";
  }
  text(piece: string): void {
    if (this.#item === undefined || this.#path.length === 0) return;
    this.#chars += piece.length;
    if (this.#chars <= MOST_CHARS) this.#text += piece;
  }
  close(): void {
    const item = this.#item;
    if (item !== undefined && this.#depth === item.inside) this.#end();
    else if (item !== undefined) {
      const text = this.#text.trim();
      const key = this.#path.join(".");
      if (text !== "") item.values.set(key, [...(item.values.get(key) ?? []), text]);
      this.#path.pop();
      this.#text = "";
    }
    this.#depth--;
  }
  #end(): void {
    const item = this.#item;
    this.#item = undefined;
    this.items++;
    if (item === undefined || this.items <= this.#skip) return;
    const values = Object.fromEntries(
      [...item.values].map(([key, all]) => [key, all.length === 1 ? all[0] : all]),
    );
    this.rows.push(
      this.#chars > MOST_CHARS
        ? { line: item.line, error: "imports.row_too_long", text: "" }
        : { line: item.line, values },
    );
  }
  take(): readonly Row[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }
}

function decoderOf(head: Uint8Array, weighed: string): TextDecoder {
  const told = ENCODING.exec(Buffer.from(head.subarray(0, 200)).toString("latin1"))?.[1];
  try {
    return new TextDecoder(told ?? weighed);
  } catch {
    throw new Refusal("feeds.not_xml", { line: 1 });
  }
}

function parserInto(gatherer: Gatherer): SaxesParser {
  const parser = new SaxesParser({ position: true });
  parser.on("opentag", ({ name }) => gatherer.open(name, parser.line));
  parser.on("text", (text) => gatherer.text(text));
  parser.on("cdata", (text) => gatherer.text(text));
  parser.on("closetag", () => gatherer.close());
  parser.on("error", (error) => {
    // Names of HTML such as &nbsp; stand in many feeds: they stay as they were written.
    if (!error.message.includes("undefined entity"))
      throw new Refusal("feeds.not_xml", { line: parser.line });
  });
  return parser;
}

/** Items after the first so many. Throws 400 feeds.not_xml where the file breaks off or does not fit together. */
export async function* readItems(
  path: string,
  file: { readonly bytes: number; readonly encoding: string },
  skip: number,
): AsyncGenerator<Items> {
  const gatherer = new Gatherer(skip);
  const parser = parserInto(gatherer);
  let decoder: TextDecoder | undefined;
  let read = 0;
  const taken = () => ({ rows: gatherer.take(), items: gatherer.items, share: read / file.bytes });
  try {
    for await (const piece of readPieces(path, 0)) {
      decoder ??= decoderOf(piece, file.encoding);
      read += piece.length;
      parser.write(decoder.decode(piece, { stream: true }));
      if (gatherer.rows.length >= ROWS_AT_ONCE) yield taken();
    }
    parser.close();
  } catch (error) {
    if (error instanceof Refusal) yield taken(); // what came before it is whole
    throw error;
  }
  yield taken();
}

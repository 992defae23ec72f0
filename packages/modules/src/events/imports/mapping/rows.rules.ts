// One row → one message, or why it is left out.
import { hash } from "node:crypto";
import type { Mapping } from "@somlos/contract/rooms/imports-mapping";
import { isObject } from "../../parse/identifiers.rules.ts";
import { BadRow } from "./bad-row.rules.ts";
import { type Cells, type Json, makeFields, textOf } from "./fields.rules.ts";
import { makeIds, placeIds } from "./ids.rules.ts";
import { makeReadTime, type ReadTime } from "./time.rules.ts";

/** What a mapping needs to know about the file. */
export type File = {
  /** SHA-256, hex. */
  readonly hash: string;
};

/** A fingerprint of texts for message ids: short, and the same for ever. */
export const shortHash = (...parts: readonly string[]): string =>
  hash("sha256", parts.map((part) => `${part.length}:${part}`).join(""), "base64url").slice(0, 22);

export type Variant = { readonly name: string; readonly turn: boolean };

/** Which event a row is. */
export function makeVariant(mapping: Mapping): (cells: Cells) => Variant {
  const usual: Variant = { name: mapping.event.name ?? "", turn: false };
  const variants = (mapping.variants ?? []).map((v) => ({
    ...v,
    is: { name: v.name, turn: v.turnSigns === true },
  }));
  if (variants.length === 0) return () => usual;
  return (cells) =>
    variants.find((v) => textOf(cells[v.column])?.startsWith(v.startsWith) === true)?.is ?? usual;
}

/** The time of a row. A row that tells none gets its time when it is first taken in: the event looks the same for ever. */
export function makeTime(mapping: Mapping): (cells: Cells) => number | undefined {
  if (mapping.time === undefined) return () => undefined;
  const { column, format, zone } = mapping.time;
  const read: ReadTime = makeReadTime(format, zone) ?? (() => undefined);
  let text = "";
  let ms: number | undefined;
  return (cells) => {
    const found = textOf(cells[column]);
    if (found !== undefined && found !== text) {
      text = found;
      ms = read(found);
    }
    if (found === undefined || ms === undefined) throw new BadRow("imports.row_time_bad", column);
    return ms;
  };
}

/** Where an event comes from: channel, and the line of the file unless the event may stand in several files. */
export const contextOf = (mapping: Mapping, line: number): Json => ({
  channel: mapping.channel ?? "import",
  ...(mapping.country !== undefined && { country: mapping.country }),
  ...(mapping.messageId === undefined && { import: { line } }),
});

/** The texts of columns that must all be there. */
export function keyOf(cells: Cells, columns: readonly string[]): string[] {
  return columns.map((column) => {
    const text = textOf(cells[column]);
    if (text === undefined) throw new BadRow("imports.row_without_key", column);
    return text;
  });
}

/** A function from rows to messages. Throws BadRow for a row that is left out. */
export function makeRow(mapping: Mapping, file: File): (cells: Cells, line: number) => Json {
  const { type } = mapping.event;
  if (type === "as_is") return (cells, line) => asItIs(cells, line, file, mapping.country);
  const timeOf = makeTime(mapping);
  const idsOf = makeIds(mapping.ids);
  const variantOf = makeVariant(mapping);
  const write = makeFields(mapping.fields, mapping.read);
  return (cells, line) => {
    const at = timeOf(cells);
    const { name } = variantOf(cells);
    const own: Json = {};
    write(cells, own);
    const context = contextOf(mapping, line);
    const message: Json = { messageId: messageId(mapping, file, name, cells, line), type };
    if (type === "track") message["event"] = name;
    if (at !== undefined) message["timestamp"] = new Date(at).toISOString();
    placeIds(idsOf(cells), type, message, context, own);
    message["context"] = context;
    message[type === "identify" ? "traits" : "properties"] = own;
    return message;
  };
}

function messageId(mapping: Mapping, file: File, name: string, cells: Cells, line: number): string {
  const what = `${mapping.event.type} ${name}`;
  return mapping.messageId === undefined
    ? `file ${file.hash.slice(0, 22)} ${shortHash(what).slice(0, 6)} ${line}`
    : `row ${shortHash(what, ...keyOf(cells, mapping.messageId))}`;
}

/** A row that is an event already. When it was sent says nothing about a clock of today, so it is settled here. */
function asItIs(cells: Cells, line: number, file: File, country: string | undefined): Json {
  const { sentAt, receivedAt, ...event } = cells;
  const message: Json = { ...event };
  const context = message["context"] ?? {};
  if (country !== undefined && isObject(context)) message["context"] = { country, ...context };
  message["messageId"] = textOf(message["messageId"]) ?? `file ${file.hash.slice(0, 22)} event ${line}`;
  const said = textOf(message["originalTimestamp"]);
  if (textOf(message["timestamp"]) !== undefined || said === undefined) return message;
  const [on, sent, got] = [said, sentAt, receivedAt].map((t) => Date.parse(textOf(t) ?? ""));
  const at = (on ?? Number.NaN) + (got ?? Number.NaN) - (sent ?? Number.NaN);
  message["timestamp"] = Number.isNaN(at) ? said : new Date(at).toISOString();
  return message;
}

// Small total readers of unchecked JSON: none of them throws, none of them changes what it reads.

export type Json = Readonly<Record<string, unknown>>;

export function record(value: unknown): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A text that says something. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Ids are texts to us; clients in loosely typed languages send numbers. Anything else is left for the parser. */
export function id(value: unknown): unknown {
  return typeof value === "number" ? String(value) : (value ?? undefined);
}

/** The same fields without those that are absent: clients write null for "none". */
export function present(fields: Json): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}

export function without(fields: Json, taken: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !taken.has(key)));
}

export function filled(fields: Json): Json | undefined {
  return Object.keys(fields).length > 0 ? fields : undefined;
}

export function fromJson(value: unknown): unknown {
  if (typeof value !== "string") return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Both base64 alphabets, padded or not. */
export function fromBase64(value: unknown): string | undefined {
  return typeof value === "string" ? Buffer.from(value, "base64").toString("utf8") : undefined;
}

/** Milliseconds since 1970, as a number or in digits, to ISO 8601. What is neither stays as it came. */
export function isoOfMillis(value: unknown): unknown {
  const digits = typeof value === "string" && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof digits !== "number" || !(Math.abs(digits) <= 8.64e15)) return value ?? undefined;
  return new Date(digits).toISOString();
}

/** Bytes of the value written as JSON; endless where it cannot be written, as with a nesting too deep. */
export function sizeOf(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? "");
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

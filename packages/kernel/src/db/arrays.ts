// Array parameters for `unnest` in PostgreSQL's binary format: pg sends a Buffer as it is, so nothing is escaped or
// parsed as text. Fingerprints travel as latin1 strings of 16 characters and become uuids without a detour over hex.

const OID = {
  int2: 21,
  int4: 23,
  int8: 20,
  text: 25,
  jsonb: 3802,
  uuid: 2950,
  timestamptz: 1184,
  bool: 16,
} as const;
const PG_EPOCH_MS = 946_684_800_000;
const HEADER = 20;
let scratch = Buffer.allocUnsafe(1 << 20);

function room(at: number, bytes: number): Buffer {
  if (at + bytes <= scratch.length) return scratch;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, at + bytes));
  scratch.copy(larger, 0, 0, at);
  scratch = larger;
  return scratch;
}

function finish(kind: keyof typeof OID, count: number, end: number, nulls: boolean): Buffer {
  scratch.writeInt32BE(1, 0);
  scratch.writeInt32BE(nulls ? 1 : 0, 4);
  scratch.writeInt32BE(OID[kind], 8);
  scratch.writeInt32BE(count, 12);
  scratch.writeInt32BE(1, 16);
  return Buffer.from(scratch.subarray(0, end));
}

function fixed<V>(kind: keyof typeof OID, size: number, write: (b: Buffer, v: V, at: number) => void) {
  return (values: readonly (V | null)[]): Buffer => {
    const b = room(0, HEADER + values.length * (4 + size));
    let at = HEADER;
    let nulls = false;
    for (const v of values) {
      if (v === null) {
        nulls = true;
        at = b.writeInt32BE(-1, at);
        continue;
      }
      at = b.writeInt32BE(size, at);
      write(b, v, at);
      at += size;
    }
    return finish(kind, values.length, at, nulls);
  };
}

const writeInt8 = (b: Buffer, v: number, at: number) => {
  const high = Math.floor(v / 4_294_967_296);
  b.writeInt32BE(high, at);
  b.writeUInt32BE(v - high * 4_294_967_296, at + 4);
};

/** 16-byte latin1 strings → uuid[]. */
export const fingerprints = fixed<string>("uuid", 16, (b, v, at) => void b.write(v, at, 16, "latin1"));
/** Canonical uuid texts → uuid[]. */
export const uuids = fixed<string>(
  "uuid",
  16,
  (b, v, at) => void b.write(v.replaceAll("-", ""), at, 16, "hex"),
);
export const smallints = fixed<number>("int2", 2, (b, v, at) => void b.writeInt16BE(v, at));
export const ints = fixed<number>("int4", 4, (b, v, at) => void b.writeInt32BE(v, at));
/** Whole numbers up to 2^53. */
export const bigints = fixed<number>("int8", 8, writeInt8);
/** Milliseconds since 1970 → timestamptz[]. */
export const times = fixed<number>("timestamptz", 8, (b, v, at) =>
  writeInt8(b, (v - PG_EPOCH_MS) * 1000, at),
);
export const bools = fixed<boolean>("bool", 1, (b, v, at) => void b.writeInt8(v ? 1 : 0, at));

function varying(kind: "text" | "jsonb", prefix: number) {
  return (values: readonly (string | null)[]): Buffer => {
    let at = HEADER;
    let nulls = false;
    for (const v of values) {
      const b = room(at, 4 + prefix + (v === null ? 0 : v.length * 3));
      if (v === null) {
        nulls = true;
        at = b.writeInt32BE(-1, at);
        continue;
      }
      if (prefix) b[at + 4] = 1;
      const length = b.write(v, at + 4 + prefix, "utf8");
      b.writeInt32BE(length + prefix, at);
      at += 4 + prefix + length;
    }
    return finish(kind, values.length, at, nulls);
  };
}

export const texts = varying("text", 0);
/** JSON texts → jsonb[]. */
export const jsons = varying("jsonb", 1);

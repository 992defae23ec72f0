// Decimals as people and machines write them, exactly: never through a floating-point number.

/** units × 10^−scale. */
export type Decimal = { readonly units: bigint; readonly scale: number };

const WITH_POINT = /^([+-]?)(\d{1,3}(?:([,' \u00a0\u202f’])\d{3}(?:\3\d{3})*)|\d+)?(?:\.(\d{0,30}))?$/;
const WITH_COMMA = /^([+-]?)(\d{1,3}(?:([.' \u00a0\u202f’])\d{3}(?:\3\d{3})*)|\d+)?(?:,(\d{0,30}))?$/;
/** What machines write, told apart quickly. */
const BARE = /^-?\d{1,17}(?:\.\d{1,9})?$/;
const EXPONENT = /^([+-]?)(\d+)(?:\.(\d+))?e([+-]?\d{1,3})$/i;
const MOST_DIGITS = 60;

/** The decimal in a text; undefined when it is none. Thousands are taken only in proper groups of three. */
export function readDecimal(raw: string, separator: "." | ","): Decimal | undefined {
  if (BARE.test(raw) && (separator === "." || !raw.includes("."))) return readBare(raw);
  const text = raw.trim().replace(/^\u2212/, "-");
  if (text.length === 0 || text.length > MOST_DIGITS) return undefined;
  const found = (separator === "." ? WITH_POINT : WITH_COMMA).exec(text);
  return found === null ? readExponent(text) : fromGroups(found);
}

function fromGroups([, sign = "", whole = "", , fraction = ""]: RegExpExecArray): Decimal | undefined {
  const digits = whole.replace(/\D/g, "") + fraction;
  return digits === "" ? undefined : { units: BigInt(sign + digits), scale: fraction.length };
}

function readBare(text: string): Decimal {
  const point = text.indexOf(".");
  return point === -1
    ? { units: BigInt(text), scale: 0 }
    : { units: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

function readExponent(text: string): Decimal | undefined {
  const found = EXPONENT.exec(text);
  if (found === null) return undefined;
  const [, sign, whole, fraction = "", power] = found;
  const scale = fraction.length - Number(power);
  if (Math.abs(scale) > 40) return undefined;
  const units = BigInt(`${sign}${whole}${fraction}`);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** Plain text without needless zeros: `2.5`, `-0.001`. */
export function writeDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

export const times = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});
export const negative = (d: Decimal): Decimal => ({ units: -d.units, scale: d.scale });

/** A number when it keeps every digit, else the text. */
export function toJson(d: Decimal): number | string {
  const text = writeDecimal(d);
  return String(Number(text)) === text ? Number(text) : text;
}

/** Whole units of 10^−places; `exact` is false when digits had to be rounded (half away from zero). */
export function toPlaces(d: Decimal, places: number): { units: bigint; exact: boolean } {
  if (d.scale <= places) return { units: d.units * 10n ** BigInt(places - d.scale), exact: true };
  const by = 10n ** BigInt(d.scale - places);
  const size = d.units < 0n ? -d.units : d.units;
  const rounded = (size * 2n + by) / (by * 2n);
  return { units: d.units < 0n ? -rounded : rounded, exact: size % by === 0n };
}

// A domain in one form: björk.se and xn--bjrk-7qa.se are the same, and mails are sent to either.

const HOST = /^[^\s/\\:?#%@[\]]+$/u;
const ASCII = /^[!-~]*$/;

/** With its own letters where it has any; a domain that is none stays as it is. */
export function readableDomain(domain: string): string {
  if ((ASCII.test(domain) && !domain.includes("xn--")) || !HOST.test(domain)) return domain;
  const wire = wireForm(domain);
  if (wire === undefined) return domain;
  const readable = wire.split(".").map(readableLabel).join(".");
  return wireForm(readable) === wire ? readable : wire;
}

/** As it goes over the wire; every browser and Node knows the table of letters (UTS 46). */
function wireForm(domain: string): string | undefined {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

const readableLabel = (label: string): string =>
  label.startsWith("xn--") ? (decoded(label.slice(4)) ?? label) : label;

const [BASE, LEAST, MOST, SKEW, DAMP] = [36, 1, 26, 38, 700];

const digitOf = (sign: string): number => "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(sign);

/** How the next number is weighed, by how far apart the letters stood (RFC 3492, 6.1). */
function bias(delta: number, letters: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2));
  rest += Math.floor(rest / letters);
  let steps = 0;
  for (; rest > ((BASE - LEAST) * MOST) / 2; steps += BASE) rest = Math.floor(rest / (BASE - LEAST));
  return steps + Math.floor(((BASE - LEAST + 1) * rest) / (rest + SKEW));
}

/** A number with its lowest digit first, each weighing as `expected` says (RFC 3492, 3.3); how far it was read. */
function numberAt(text: string, from: number, expected: number): { value: number; end: number } | undefined {
  let [value, weight] = [0, 1];
  for (let at = from; at < text.length; at++) {
    const digit = digitOf(text.charAt(at));
    if (digit < 0) return undefined;
    value += digit * weight;
    const threshold = Math.min(MOST, Math.max(LEAST, BASE * (at - from + 1) - expected));
    if (digit < threshold) return { value, end: at + 1 };
    weight *= BASE - threshold;
  }
  return undefined;
}

/** Punycode (RFC 3492): the plain letters, then where each other one stands and which it is. */
function decoded(text: string): string | undefined {
  const plain = Math.max(0, text.lastIndexOf("-"));
  const letters = Array.from(text.slice(0, plain), (sign) => sign.charCodeAt(0));
  let [letter, place, expected] = [128, 0, 72];
  for (let at = plain === 0 ? 0 : plain + 1; at < text.length; ) {
    const told = numberAt(text, at, expected);
    if (told === undefined) return undefined;
    const count = letters.length + 1;
    expected = bias(told.value, count, at === (plain === 0 ? 0 : plain + 1));
    letter += Math.floor((place + told.value) / count);
    place = (place + told.value) % count;
    if (letter > 0x10ffff) return undefined;
    letters.splice(place++, 0, letter);
    at = told.end;
  }
  return String.fromCodePoint(...letters);
}

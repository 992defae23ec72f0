// JSON without losing digits.

/** JSON text to value; whole numbers beyond 2^53 and decimals that would lose digits stay as text. */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    if (typeof value !== "number" || context?.source === undefined) return value;
    const source = context.source;
    return Number.isSafeInteger(value) ||
      (source.length < 16 && Number.isFinite(value)) ||
      String(value) === source
      ? value
      : source;
  });
}

// A history of prices as a line of steps in a square of a hundred by a hundred: time across, price up from nothing. Pure.
type Stretch = { readonly from: string; readonly until: string | null; readonly amountMinor: number };

/** The path of the line; undefined: there is nothing to draw. */
export function stepsOf(stretches: readonly Stretch[], now: number): string | undefined {
  const past = stretches.filter(({ from }) => Date.parse(from) < now);
  const [first] = past;
  const highest = Math.max(...past.map(({ amountMinor }) => amountMinor));
  if (first === undefined || highest <= 0) return undefined;
  const begins = Date.parse(first.from);
  const x = (moment: number) => (((Math.min(moment, now) - begins) / (now - begins)) * 100).toFixed(2);
  const y = (amount: number) => (100 - (amount / highest) * 92).toFixed(2);
  return past
    .map(({ from, until, amountMinor }, i) => {
      const level = y(amountMinor);
      const start = i === 0 ? `M${x(Date.parse(from))} ${level}` : `V${level}`;
      return `${start}H${x(until === null ? now : Date.parse(until))}`;
    })
    .join("");
}

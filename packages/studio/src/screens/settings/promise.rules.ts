// How a place promises its stock, as it stands in the fields and as it is sent. Pure.
export type PromiseSettings = {
  readonly margin: number;
  readonly holdMinutes: number;
  readonly staleMinutes: number;
  readonly zones: readonly { readonly code: string; readonly name: string }[];
};
export type PromiseDraft = {
  readonly margin: string;
  readonly hold: string;
  readonly staleHours: string;
  readonly zones: string;
};

export const promiseDraftOf = ({
  margin,
  holdMinutes,
  staleMinutes,
  zones,
}: PromiseSettings): PromiseDraft => ({
  ...{ margin: String(margin), hold: String(holdMinutes) },
  staleHours: String(Math.round((staleMinutes / 60) * 100) / 100),
  zones: zones.map(({ code, name }) => `${code} = ${name}`).join("\n"),
});

const whole = (text: string, low: number, high: number): number | undefined => {
  const n = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isInteger(n) && n >= low && n <= high ? n : undefined;
};

/** Undefined: something cannot be read. */
export function promiseOf(draft: PromiseDraft): PromiseSettings | undefined {
  const hours = Number(draft.staleHours.trim().replace(",", "."));
  const [margin, holdMinutes] = [whole(draft.margin, 0, 10_000), whole(draft.hold, 1, 1440)];
  const staleMinutes = whole(String(Math.round(hours * 60)), 5, 525_600);
  const zones = draft.zones.split("\n").flatMap((line) => {
    const at = line.indexOf("=");
    const [code, name] =
      at < 0 ? [line.trim(), line.trim()] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return code === "" ? [] : [{ code, name: name === "" ? code : name }];
  });
  const once = new Set(zones.map(({ code }) => code)).size === zones.length;
  if (margin === undefined || holdMinutes === undefined || staleMinutes === undefined || !once)
    return undefined;
  return { margin, holdMinutes, staleMinutes, zones };
}

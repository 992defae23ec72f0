// A browser's own description, as somebody would say it: Chrome on Windows. Pure.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, "Edge"],
  [/\b(OPR|Opera)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const wordIn = (words: readonly (readonly [RegExp, string])[], agent: string): string | undefined =>
  words.find(([sign]) => sign.test(agent))?.[1];

/** Undefined where neither is known. */
export function deviceOf(agent: string, on: string): string | undefined {
  const found = [wordIn(browsers, agent), wordIn(systems, agent)].filter((word) => word !== undefined);
  return found.length === 0 ? undefined : found.join(` ${on} `);
}

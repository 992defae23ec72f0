// How often what may be tried. Pure.

export type Limit = { readonly name: string; readonly most: number; readonly seconds: number };

export const limits = {
  signIn: { name: "sign_in", most: 5, seconds: 60 },
  challenge: { name: "challenge", most: 60, seconds: 60 },
  link: { name: "link", most: 10, seconds: 60 },
  forgot: { name: "forgot", most: 3, seconds: 3600 },
  oldPassword: { name: "old_password", most: 5, seconds: 60 },
} as const satisfies Record<string, Limit>;

/** What counts as one sender: an IPv4 address, or the /64 a household or office gets in IPv6. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap =
    tail === undefined
      ? []
      : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => "0");
  return [...before, ...gap, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

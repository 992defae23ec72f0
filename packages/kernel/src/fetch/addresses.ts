// Which addresses of machines may be called: everybody's on the internet, and of the retailer's own net what the installation lists.
// Whatever is no plain address of the internet is inner: what standards add later is refused until somebody looks at it.
import { BlockList, isIP } from "node:net";

const family = (address: string): "ipv4" | "ipv6" => (isIP(address) === 4 ? "ipv4" : "ipv6");

/** Of IPv4: this machine, private, carrier's (RFC 6598), link and metadata, protocols, documents, 6to4, tests, groups, reserved. */
const inner4: readonly (readonly [string, number])[] = [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
  ] as const),
  ...([
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
  ] as const),
  ...([
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
  ] as const),
  ...([
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
];
/** Of what the internet has of IPv6 (2000::/3): protocols with Teredo, documents, 6to4, which all may hide an address of IPv4. */
const inner6: readonly (readonly [string, number])[] = [
  ...([
    ["2001::", 23],
    ["2001:db8::", 32],
    ["2002::", 16],
    ["3fff::", 20],
  ] as const),
];
/** Never, whatever is listed by its name: metadata of clouds, neighbours on the wire, groups, nobody. */
const never: readonly (readonly [string, number])[] = [
  ...([
    ["0.0.0.0", 8],
    ["169.254.0.0", 16],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
  ...([
    ["::", 128],
    ["fe80::", 10],
    ["ff00::", 8],
    ["fd00:ec2::", 32],
  ] as const),
];

function listOf(nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, bits] of nets) list.addSubnet(net, bits, family(net));
  return list;
}
const [closed4, closed6, closedAlways] = [listOf(inner4), listOf(inner6), listOf(never)];
const internet6 = listOf([["2000::", 3]]);

/** `::ffff:a.b.c.d` is the machine a.b.c.d. */
const mapped = (address: string): string | undefined => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];

/** Whether it is no address of the open internet. */
export function isInner(given: string): boolean {
  const address = mapped(given) ?? given;
  if (isIP(address) === 4) return closed4.check(address, "ipv4");
  return !internet6.check(address, "ipv6") || closed6.check(address, "ipv6");
}

/** What the installation lists of its own net: names, addresses and nets like 10.1.0.0/16. */
export class OwnNet {
  readonly #names: ReadonlySet<string>;
  readonly #nets = new BlockList();
  constructor(list: readonly string[]) {
    this.#names = new Set(list.filter((one) => !one.includes("/") && isIP(one) === 0));
    for (const one of list.filter((entry) => !this.#names.has(entry))) {
      const [net = "", bits] = one.split("/");
      this.#nets.addSubnet(net, Number(bits ?? (isIP(net) === 4 ? 32 : 128)), family(net));
    }
  }
  /** By its name or as an address. */
  lists(host: string): boolean {
    return this.#names.has(host) || (isIP(host) !== 0 && this.#nets.check(host, family(host)));
  }
  /** Whether a machine at this address may be called by this name. */
  opens(host: string, address: string): boolean {
    if (!isInner(address) || this.#nets.check(address, family(address))) return true;
    return (
      this.#names.has(host) &&
      !closedAlways.check(mapped(address) ?? address, family(mapped(address) ?? address))
    );
  }
}

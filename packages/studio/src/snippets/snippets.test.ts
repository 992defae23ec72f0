import { describe, expect, it } from "vitest";
import { clients, clientsFor, snippetOf } from "./snippets.ts";

const address = { url: "https://events.shop.example", key: "pk_shop" };

describe("the lines to paste", () => {
  it.each(clients)("for %s carry the shop's own address and key", (client) => {
    const code = snippetOf(client, address);
    expect(code).toContain("events.shop.example");
    expect(code).toContain("pk_shop");
  });

  it("for a browser never suggest a client that belongs on a server", () => {
    expect(clientsFor.public).not.toContain("analytics-node");
    expect(clientsFor.public).not.toContain("posthog");
  });

  it("keep a path of the address, so that an installation behind one is found", () => {
    const code = snippetOf("analytics-next", { url: "https://shop.example/crm", key: "pk" });
    expect(code).toContain('apiHost: "shop.example/crm/v1"');
    expect(code).toContain('protocol: "https"');
  });
});

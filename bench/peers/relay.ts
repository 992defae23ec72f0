// Between a peer and us: keeps every request as it was sent, and passes it on to where it says.
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

/** One request as it came: the headers that webhooks have, and the very bytes. */
export type Sent = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
export type Relay = {
  readonly url: string;
  readonly sent: readonly Sent[];
  /** Where requests go on to; undefined: nowhere, and they are answered as taken. */
  to: string | undefined;
  close(): Promise<void>;
};

const KEPT = /^(content-type$|webhook-)/;
async function sentOf(request: IncomingMessage): Promise<Sent> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = Object.entries(request.headers).filter(([name]) => KEPT.test(name));
  return {
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(parts).toString("utf8"),
  };
}

export const passOn = (to: string, { headers, body }: Sent): Promise<Response> =>
  fetch(to, { method: "POST", headers, body });

export async function openRelay(to?: string): Promise<Relay> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    void sentOf(request).then(async (one) => {
      sent.push(one);
      const answer = relay.to === undefined ? new Response("{}") : await passOn(relay.to, one);
      response.writeHead(answer.status).end(await answer.text());
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const relay: Relay = {
    ...{ url: `http://127.0.0.1:${address.port}`, sent, to },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return relay;
}

// Stands between a client and the server, changes nothing, and keeps each request so that it can be sent again as it was.
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly status: number;
};
export type Relay = { readonly url: string; readonly sent: Sent[]; close(): Promise<void> };

/** Headers of the way, not of the message. */
const HOPS = new Set(["host", "connection", "content-length", "transfer-encoding", "keep-alive", "expect"]);

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export function sendAgain(url: string, sent: Omit<Sent, "status">): Promise<Response> {
  return fetch(`${url}${sent.path}`, {
    method: sent.method,
    headers: sent.headers,
    ...(sent.method !== "GET" && { body: new Uint8Array(sent.body) }),
  });
}

export async function openRelay(to: string): Promise<Relay> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const message = {
        method: request.method ?? "GET",
        path: request.url ?? "/",
        headers: Object.fromEntries(
          Object.entries(request.headers).flatMap(([name, value]) =>
            typeof value === "string" && !HOPS.has(name) ? [[name, value]] : [],
          ),
        ),
        body: await read(request),
      };
      const answer = await sendAgain(to, message);
      sent.push({ ...message, status: answer.status });
      response.writeHead(answer.status, {
        "content-type": answer.headers.get("content-type") ?? "text/plain",
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    sent,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

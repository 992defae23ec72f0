// https in front of a house on this machine, with a certificate of its own: what a phone asks before it lends its camera.
// Not for anything but trying out; the guide to going live shows a real proxy.
import { X509Certificate } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:https";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from "@peculiar/x509";
import { CannotGoOn } from "./doors.ts";

const DAYS = 90;
const MARGIN_MS = 86_400_000; // a day

type Certificate = { readonly key: string; readonly cert: string };
export type Front = { close(): Promise<void> };

/** The names and addresses under which this machine may be called. */
function namesFor(host: string): { type: "ip" | "dns"; value: string }[] {
  const own = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter((one) => one.family === "IPv4").map((one) => one.address),
  );
  const isAddress = /^[\d.]+$/;
  return [...new Set([host, "localhost", "127.0.0.1", ...own])].map((value) => ({
    type: isAddress.test(value) ? "ip" : "dns",
    value,
  }));
}

async function kept(folder: string, host: string, now: number): Promise<Certificate | undefined> {
  const [key, cert] = await Promise.all(
    ["key.pem", "cert.pem"].map((name) => readFile(join(folder, name), "utf8").catch(() => undefined)),
  );
  if (key === undefined || cert === undefined) return undefined;
  const read = new X509Certificate(cert);
  const fits = (read.checkHost(host) ?? read.checkIP(host)) !== undefined;
  return fits && Date.parse(read.validTo) > now + MARGIN_MS ? { key, cert } : undefined;
}

const ELLIPTIC = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

async function make(host: string, now: number): Promise<Certificate> {
  const keys = await crypto.subtle.generateKey(ELLIPTIC, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [host] }],
    notBefore: new Date(now - MARGIN_MS), // a phone's clock may be behind
    notAfter: new Date(now + DAYS * MARGIN_MS),
    keys,
    signingAlgorithm: ELLIPTIC,
    extensions: [new SubjectAlternativeNameExtension(namesFor(host))],
  });
  const key = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  return { key: PemConverter.encode(key, "PRIVATE KEY"), cert: certificate.toString("pem") };
}

/** The certificate of the home, made when there is none that is still good. */
export async function certificateFor(folder: string, host: string, now: number): Promise<Certificate> {
  const there = await kept(folder, host, now);
  if (there !== undefined) return there;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = await make(host, now);
  await writeFile(join(folder, "key.pem"), made.key, { mode: 0o600 });
  await writeFile(join(folder, "cert.pem"), made.cert);
  return made;
}

const HOP = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
  "x-forwarded-for",
  "x-forwarded-proto",
]);

/** Opens the https door; everything goes on to the house. */
export async function openHttps(
  wish: { readonly publicUrl: URL; readonly target: string; readonly folder: string },
  now: number,
): Promise<Front> {
  const target = new URL(wish.target);
  const server = createServer(
    await certificateFor(wish.folder, wish.publicUrl.hostname, now),
    (incoming, answer) => {
      const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => !HOP.has(name)));
      const onward = request(
        {
          host: target.hostname,
          port: target.port,
          method: incoming.method,
          path: incoming.url,
          headers: {
            ...headers,
            "x-forwarded-proto": "https",
            "x-forwarded-for": incoming.socket.remoteAddress ?? "",
          },
        },
        (back) => {
          answer.writeHead(back.statusCode ?? 502, back.headers);
          back.pipe(answer);
        },
      );
      onward.on("error", () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
      answer.on("close", () => onward.destroy());
      incoming.pipe(onward);
    },
  );
  const port = Number(wish.publicUrl.port === "" ? 443 : wish.publicUrl.port);
  await new Promise<void>((done, fail) => {
    server.once("error", () =>
      fail(new CannotGoOn(`Port ${port} is taken. Say another one: SOMLOS_URL=https://localhost:<port>.`)),
    );
    server.listen(port, () => done());
  });
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

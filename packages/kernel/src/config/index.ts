// Every setting, read in one place, with a clear sentence for a bad one.
import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

const url = z.url();
const key = z.string().min(8, "must have at least 8 characters").max(200);
const flag = z.enum(["0", "1", "true", "false"]).transform((v) => v === "1" || v === "true");

/** A name, an address, or a net. */
function isHost(text: string): boolean {
  const [host = "", bits, ...more] = text.split("/");
  if (bits === undefined) return isIP(host) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(host);
  const most = isIP(host) === 4 ? 32 : 128;
  return isIP(host) !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  SOMLOS_URL: url.optional(),
  SOMLOS_HOME: z.string().default(".somlos"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  SOMLOS_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SOMLOS_WRITE_KEY: key.optional(),
  SOMLOS_SERVER_KEY: key.optional(),
  SOMLOS_ADMIN_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  SOMLOS_IDENTITY_KEY: z
    .string()
    .regex(
      /^(ed25519:[\w-]{43}|.{32,})$/,
      "must be ed25519:<public key, base64url>, or a secret of 32 characters",
    )
    .optional(),
  SOMLOS_METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  SOMLOS_ROLE: z.enum(["all", "api", "worker"]).default("all"),
  SOMLOS_TRUST_PROXY: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
    .optional(),
  MQTT_URL: z.string().optional(),
  MQTT_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  CLICKHOUSE_URL: url.optional(),
  SOMLOS_LOG: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  SOMLOS_TEST_CLOCK: flag.default(false),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  SOMLOS_FETCH_INNER: z
    .string()
    .default("")
    .transform((text) => text.split(",").flatMap((one) => one.trim().toLowerCase() || []))
    .refine(
      (list) => list.every(isHost),
      "must be names, addresses or nets with commas between, like 10.1.0.0/16",
    ),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | undefined;
  readonly home: string;
  readonly databaseUrl: string | undefined;
  readonly secret: string | undefined;
  readonly writeKey: string | undefined;
  readonly serverKey: string | undefined;
  readonly adminToken: string | undefined;
  readonly identityKey: string | undefined;
  readonly metricsToken: string | undefined;
  readonly role: "all" | "api" | "worker";
  readonly trustProxy: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly log: "trace" | "debug" | "info" | "warn" | "error" | "silent";
  readonly testClock: boolean;
  readonly otelUrl: string | undefined;
  /** Machines and nets of our own that files may be fetched from. */
  readonly fetchInner: readonly string[];
};

/** A setting that does not hold: one sentence a setting. */
export class BadSettings extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join("\n"));
    this.name = "BadSettings";
    this.sentences = sentences;
  }
}

const given = (env: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));

/** Reads the settings from an environment; throws BadSettings with what to do. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = shape.safeParse(given(env));
  if (!read.success)
    throw new BadSettings(
      read.error.issues.map(
        (i) => `${i.path.join(".")}: ${i.message}. See docs/operate.md for what it may be.`,
      ),
    );
  const s = read.data;
  return {
    port: s.PORT,
    host: s.HOST,
    publicUrl: s.SOMLOS_URL?.replace(/\/$/, ""),
    home: resolve(s.SOMLOS_HOME),
    databaseUrl: s.DATABASE_URL,
    secret: s.SOMLOS_SECRET,
    writeKey: s.SOMLOS_WRITE_KEY,
    serverKey: s.SOMLOS_SERVER_KEY,
    adminToken: s.SOMLOS_ADMIN_TOKEN,
    identityKey: s.SOMLOS_IDENTITY_KEY,
    metricsToken: s.SOMLOS_METRICS_TOKEN,
    role: s.SOMLOS_ROLE,
    trustProxy: s.SOMLOS_TRUST_PROXY,
    smtpUrl: s.SMTP_URL,
    log: s.SOMLOS_LOG,
    testClock: s.SOMLOS_TEST_CLOCK,
    otelUrl: s.OTEL_EXPORTER_OTLP_ENDPOINT,
    fetchInner: s.SOMLOS_FETCH_INNER,
  };
}

export { type HomeSecrets, keepSecrets, writePrivately } from "./home.ts";

// A live Vendure with our plugin, as a shop has it: on PORT of this machine, in the database DATABASE_URL, telling HOOK_URL.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Readable, type Stream } from "node:stream";
import { transformSync } from "@swc/core";
import {
  bootstrap,
  DefaultJobQueuePlugin,
  DefaultLogger,
  DefaultSchedulerPlugin,
  dummyPaymentHandler,
  JobQueueService,
  LanguageCode,
  LogLevel,
  type VendureConfig,
} from "@vendure/core";
import type * as Plugin from "./somlos.plugin.ts";

/** The file that the guide shows, made by a compiler that knows decorators, as shops do. */
function compiledPlugin(): typeof Plugin {
  const source = readFileSync(new URL("somlos.plugin.ts", import.meta.url), "utf8");
  const { code } = transformSync(source, {
    jsc: {
      parser: { syntax: "typescript", decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: "es2022",
    },
    module: { type: "commonjs" },
  });
  const folder = new URL("node_modules/.cache/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`somlos.plugin.${process.pid}.cjs`, folder);
  writeFileSync(file, code);
  const made = createRequire(import.meta.url)(file.pathname) as typeof Plugin;
  rmSync(file);
  return made;
}

/** Pictures, kept as long as the process lives. */
const pictures = new Map<string, Buffer>();
const keep = async (name: string, data: Buffer): Promise<string> => {
  pictures.set(name, data);
  return name;
};
const kept = (name: string): Buffer => pictures.get(name) ?? Buffer.alloc(0);
const storage = {
  writeFileFromBuffer: keep,
  writeFileFromStream: async (name: string, stream: Stream) =>
    keep(name, Buffer.concat(await Array.fromAsync(stream as Readable))),
  readFileToBuffer: async (name: string) => kept(name),
  readFileToStream: async (name: string) => Readable.from(kept(name)),
  deleteFile: async (name: string) => void pictures.delete(name),
  fileExists: async (name: string) => pictures.has(name),
};

const { PORT, DATABASE_URL = "", HOOK_URL = "", HOOK_SECRET = "" } = process.env;
const config: VendureConfig = {
  apiOptions: {
    hostname: "127.0.0.1",
    port: Number(PORT),
    adminApiPath: "admin-api",
    shopApiPath: "shop-api",
  },
  authOptions: {
    tokenMethod: ["bearer"],
    superadminCredentials: { identifier: "superadmin", password: "superadmin" },
  },
  defaultLanguageCode: LanguageCode.sv,
  dbConnectionOptions: { type: "postgres", url: DATABASE_URL, synchronize: true },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  assetOptions: {
    assetStorageStrategy: storage,
    assetPreviewStrategy: { generatePreviewImage: async (_ctx, _type, data) => data },
  },
  customFields: { ProductVariant: [{ name: "gtin", type: "string" }] },
  schedulerOptions: { runTasksInWorkerOnly: false },
  logger: new DefaultLogger({ level: LogLevel.Warn, timestamp: false }),
  plugins: [
    DefaultJobQueuePlugin.init({ pollInterval: 100, backoffStrategy: () => 500 }),
    DefaultSchedulerPlugin.init({ manualTriggerCheckInterval: 500 }),
    compiledPlugin().SomlosPlugin.init({
      ...{ url: HOOK_URL, secret: HOOK_SECRET },
      assetUrlPrefix: "https://shop.example.com/assets/",
    }),
  ],
};

const app = await bootstrap(config);
await app.get(JobQueueService).start();
process.on("SIGTERM", () => void app.close().then(() => process.exit(0)));
console.log("Vendure is up.");

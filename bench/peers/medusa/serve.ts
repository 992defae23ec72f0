// A live Medusa with our subscriber, as a shop has it: on PORT of this machine, in the database DATABASE_URL, telling SOMLOS_URL.
import { spawnSync } from "node:child_process";
import loaders from "@medusajs/medusa/loaders/index";
import express from "express";

const directory = import.meta.dirname;
const { status } = spawnSync(process.execPath, ["migrate.ts"], { cwd: directory, stdio: "inherit" });
if (status !== 0) process.exit(1);
const app = express();
const { container, shutdown } = await loaders.default({ directory, expressApp: app });
await container.resolve("stock_location").createStockLocations({ id: "sloc_lund", name: "Lund" });
const admin = { title: "peer", type: "secret", created_by: "peer" };
const { token } = await container.resolve("api_key").createApiKeys(admin);
const server = app.listen(Number(process.env.PORT), "127.0.0.1", () =>
  console.log(`Key: ${token}\nMedusa is up.`),
);
process.on("SIGTERM", () => {
  server.close();
  void shutdown().then(() => process.exit(0));
});

// A Medusa as `medusa-config.ts` makes it, with nothing but a database.
import { defineConfig } from "@medusajs/framework/utils";

const { DATABASE_URL = "" } = process.env;
const origin = "http://127.0.0.1";

export default defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    http: { storeCors: origin, adminCors: origin, authCors: origin, jwtSecret: "peer", cookieSecret: "peer" },
  },
  admin: { disable: true },
});

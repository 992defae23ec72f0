// npm run db:url: the address of the embedded PostgreSQL of this home, for psql and other tools.
import { readConfig } from "@somlos/kernel/config";
import { postgresAddress } from "@somlos/kernel/postgres";

const config = readConfig();
const url = config.databaseUrl ?? (await postgresAddress(config.home));
if (url === undefined) {
  console.error(`No PostgreSQL runs for ${config.home}. Start Sömlös first: npm start.`);
  process.exit(1);
}
console.log(url);

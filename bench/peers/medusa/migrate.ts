// The tables of Medusa in an empty database: in a process of its own, since for this Medusa loads its modules without what they do.
import { migrate } from "@medusajs/medusa/commands/db/migrate";
import { initializeContainer } from "@medusajs/medusa/loaders/index";

const directory = import.meta.dirname;
const container = await initializeContainer(directory);
const links = { skipLinks: false, executeAllLinks: true, executeSafeLinks: true };
await migrate({ directory, ...links, skipScripts: true, logger: container.resolve("logger"), container });
process.exit(0);

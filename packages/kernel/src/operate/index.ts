// Running the house: what it says about itself.
export {
  countConnections,
  type Holder,
  listAppliedMigrations,
  listHolders,
  loadServerSettings,
  type ServerSettings,
} from "./database.store.ts";

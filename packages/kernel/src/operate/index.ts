// Running the house: what it says about itself.
export { countConnections, type Holder, listHolders } from "./database.store.ts";

// All products once a night: what was there before, and what was missed.
import type { MedusaContainer } from "@medusajs/framework/types";
import { changedAll } from "../subscribers/somlos.ts";

export const config = { name: "somlos-tell-all", schedule: "30 2 * * *" };
export default (container: MedusaContainer): Promise<void> => changedAll(container);

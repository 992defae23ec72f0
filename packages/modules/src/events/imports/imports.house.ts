// What imports need of the house.
import type { House } from "@somlos/kernel/http";
import type { Logger } from "@somlos/kernel/log";
import type { Collector } from "../collector.ts";
import type { Naming } from "../parse/identifiers.rules.ts";

export type ImportHouse = House & {
  readonly collector: Collector;
  readonly naming: Naming;
  /** SOMLOS_HOME: files lie in `<home>/imports`. */
  readonly home: string;
  readonly log?: Pick<Logger, "error">;
};

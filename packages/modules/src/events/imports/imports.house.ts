// What imports need of the house.
import type { Tx, Work } from "@somlos/kernel/db";
import type { House } from "@somlos/kernel/http";
import type { Logger } from "@somlos/kernel/log";
import type { Collector } from "../collector.ts";
import type { Shield } from "../hush/shield.actions.ts";
import type { Naming } from "../parse/identifiers.rules.ts";
import type { Terms } from "../parse/parse.rules.ts";

type Act = { readonly who: string; readonly what: string; readonly object: string };

export type ImportHouse = House & {
  readonly collector: Collector;
  readonly naming: Naming;
  /** SOMLOS_HOME: files lie in `<home>/imports`. */
  readonly home: string;
  /** The staff audit: a change and its line there stand or fall together. */
  readonly audit: {
    note(work: Work, act: Act): Promise<void>;
    look(acts: readonly Act[]): Promise<void>;
  };
  /** Those of these files that a room above still needs: a stray file goes after a day. */
  readonly listUnread?: (tx: Tx, ids: readonly string[]) => Promise<readonly string[]>;
  readonly log?: Pick<Logger, "error">;
};

/** What the worker needs besides. */
export type WorkingHouse = ImportHouse & {
  /** Who must be left alone: of them nothing is kept in a report or a dry run either. */
  readonly shields: readonly Shield[];
  /** What is asked of a source's events; null: of those of a source that is not made yet. */
  readonly termsOf: (sourceId: number | null) => Terms | undefined;
};

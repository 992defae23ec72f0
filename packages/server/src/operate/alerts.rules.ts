// What needs a hand: a few rules over the figures. Pure. The same limits stand in docs/ops/prometheus-rules.yml.
import type { AlertRule } from "@somlos/contract/rooms/volume";
import type { Figures } from "./figures.ts";
import type { Disk } from "./volume.actions.ts";

export const LIMITS = {
  stalledSeconds: 60,
  parkedShare: 0.05,
  parkedFewest: 20,
  queueEvents: 10_000,
  backupSeconds: 26 * 3600,
  diskFreeShare: 0.1,
  connectionsShare: 0.8,
  filesSeconds: 24 * 3600,
} as const;

/** What this process can see; another one may see more (backups of its own home). */
export type Seen = {
  readonly figures: Figures;
  readonly disk: Disk | undefined;
  readonly keepsBackups: boolean;
};

type Rule = {
  readonly rule: AlertRule;
  /** The figure, and whether it breaks the rule; undefined when this process cannot know. */
  look(seen: Seen): { readonly value: number; readonly breaks: boolean } | undefined;
};

export const rules: readonly Rule[] = [
  {
    rule: "log_stalled",
    look: ({ figures: { stalledSeconds: value } }) => ({ value, breaks: value > LIMITS.stalledSeconds }),
  },
  {
    rule: "parked_share",
    look: ({ figures: { parkedShare: value, parkedLastHour } }) => ({
      value,
      breaks: value > LIMITS.parkedShare && parkedLastHour >= LIMITS.parkedFewest,
    }),
  },
  {
    rule: "queue",
    look: ({ figures: { queue: value } }) => ({ value, breaks: value > LIMITS.queueEvents }),
  },
  {
    rule: "backup_old",
    look: ({ figures: { backupAgeSeconds }, keepsBackups }) =>
      !keepsBackups || backupAgeSeconds === undefined
        ? undefined
        : { value: backupAgeSeconds, breaks: backupAgeSeconds > LIMITS.backupSeconds },
  },
  {
    rule: "disk_low",
    look: ({ disk }) =>
      disk === undefined
        ? undefined
        : { value: disk.freeBytes, breaks: disk.freeBytes < LIMITS.diskFreeShare * disk.totalBytes },
  },
  {
    rule: "connections",
    look: ({ figures: { connections, connectionsMost } }) => ({
      value: connections / connectionsMost,
      breaks: connections > LIMITS.connectionsShare * connectionsMost,
    }),
  },
  {
    rule: "files_late",
    look: ({ figures: { filesWaitSeconds: value } }) => ({ value, breaks: value > LIMITS.filesSeconds }),
  },
];

/** The rules that could be looked at, and those of them that are broken. */
export function judge(seen: Seen): {
  looked: AlertRule[];
  holding: { rule: AlertRule; value: number }[];
} {
  const found = rules.flatMap(({ rule, look }) => {
    const one = look(seen);
    return one === undefined ? [] : [{ rule, ...one }];
  });
  return {
    looked: found.map(({ rule }) => rule),
    holding: found.filter(({ breaks }) => breaks).map(({ rule, value }) => ({ rule, value })),
  };
}

// Who may do what about who is who, written down by hand; part of the table in `endpoints.test.ts`.
import type { Role } from "@somlos/contract";

const rulesOn: readonly Role[] = ["owner", "it"];
const judges: readonly Role[] = ["owner", "manager", "service"];
const reads: readonly Role[] = ["owner", "manager", "service", "it"];

export const allowedOfIdentity: Readonly<Record<string, readonly Role[]>> = {
  "matches.list": judges,
  "matches.open": judges,
  "matches.accept": judges,
  "matches.reject": judges,
  "matches.never": judges,
  "matches.undo": judges,
  "identity.hubs": ["owner", "manager", "marketing", "sales", "service"],
  "identity.rule_hub": rulesOn,
  "identity.undo_hub": rulesOn,
  "identity.rules": reads,
  "identity.rule_changes": reads,
  "identity.draft_rules": rulesOn,
  "identity.try_rules": rulesOn,
  "identity.apply_rules": rulesOn,
  "identity.cancel_rules": rulesOn,
};

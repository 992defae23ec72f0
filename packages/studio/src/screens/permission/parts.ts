// The parts of Permission, each a page of its own: colleagues see those that are open to them. `/permission` itself is the
// page of the link in a mail.
import type { Permission } from "@somlos/contract";

export const permissionParts = [
  { id: "purposes", path: "/permissions", needs: "consent.read" },
  { id: "topics", path: "/permissions/topics", needs: "consent.read" },
  { id: "reach", path: "/permissions/reach", needs: "consent.read" },
  { id: "withdrawals", path: "/permissions/withdrawals", needs: "consent.read" },
  { id: "registers", path: "/permissions/registers", needs: "consent.read" },
  { id: "import", path: "/permissions/import", needs: "consent.read" },
  { id: "recognition", path: "/permissions/recognition", needs: "events.read" },
  { id: "policies", path: "/permissions/policies", needs: "consent.read" },
  { id: "looks", path: "/permissions/looks", needs: "settings.read" },
] as const satisfies readonly { readonly id: string; readonly path: string; readonly needs: Permission }[];

// The parts of Permission, each a page of its own: colleagues see those that are open to them.
import type { Permission } from "@somlos/contract";

export const permissionParts = [
  { id: "purposes", path: "/permission", needs: "consent.read" },
  { id: "registers", path: "/permission/registers", needs: "consent.read" },
  { id: "import", path: "/permission/import", needs: "consent.read" },
  { id: "recognition", path: "/permission/recognition", needs: "events.read" },
  { id: "looks", path: "/permission/looks", needs: "settings.read" },
] as const satisfies readonly { readonly id: string; readonly path: string; readonly needs: Permission }[];

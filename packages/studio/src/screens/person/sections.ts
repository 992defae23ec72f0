// What one may read of a person beside the timeline, and what it takes.
import type { Permission } from "@somlos/contract";
import type { Person } from "@somlos/contract/rooms/people";

export const sections = [
  { id: "permission", needs: "consent.look" },
  { id: "dial", needs: "people.read" },
  { id: "seen", needs: "people.read" },
  { id: "rights", needs: "rights.manage" },
] as const satisfies readonly { readonly id: string; readonly needs: Permission }[];
export type SectionId = (typeof sections)[number]["id"];

export type SectionProps = {
  readonly person: Person;
  /** The id in the address: may be a former one. */
  readonly asked: string;
};

// Legal entities in stories: entered, sharing, and what is sent and asked about the customers of each.
import { randomUUID } from "node:crypto";
import type { TestApp } from "./test-app.ts";

type Kind = { readonly kind: string; readonly value: string };

export const contextOf = (entity: string | undefined) =>
  entity === undefined ? {} : { legal_entity: entity };

export function openEntities(at: TestApp) {
  let n = 0;
  const lookUp = (kind: string, value: string, legalEntity?: string) =>
    at.ask("/api/people/lookup", { kind, value, ...(legalEntity === undefined ? {} : { legalEntity }) });
  return {
    /** Enters a legal entity; answers with its id. */
    async enter(code: string, name = code, country = "DK"): Promise<string> {
      const { body } = await at.ask("/api/entities", {
        ...{ code, name, organisationNumber: null, country, currency: "DKK" },
        ...{ languages: ["da"], timeZone: "Europe/Copenhagen" },
      });
      return String(body["id"]);
    },
    /** A message that was not sent before, of a customer of one of them. */
    event: (entity: string | undefined, fields: object) => ({
      ...{ type: "track", event: "Product Viewed", messageId: `entity-${++n}` },
      context: contextOf(entity),
      ...fields,
    }),
    lookUp,
    async idOf(kind: Kind["kind"], value: Kind["value"], legalEntity?: string): Promise<string | undefined> {
      const { status, body } = await lookUp(kind, value, legalEntity);
      return status === 404 ? undefined : String(body["id"]);
    },
    async timelineOf(id: string | undefined): Promise<string[]> {
      const { body } = await at.ask(`/api/people/${id}/timeline?limit=200`);
      return (body["items"] as unknown as { messageId: string }[]).map(({ messageId }) => messageId);
    },
    /** Records a basis; answers with its id. */
    async share(...entityIds: string[]): Promise<string> {
      const { body } = await at.ask("/api/company/sharings", {
        ...{ actId: randomUUID(), entityIds, ground: "joint_controllers" },
        words: { en: "We know you together.", sv: "Vi känner dig tillsammans.", da: "Vi kender dig sammen." },
      });
      return String(body["id"]);
    },
    endSharing: (id: string) =>
      at.ask(`/api/company/sharings/${id}/end`, { actId: randomUUID(), why: "The agreement has ended." }),
  };
}
export type Entities = ReturnType<typeof openEntities>;

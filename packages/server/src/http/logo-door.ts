// The one door that answers with a picture.
import { showLogo } from "@somlos/contract/rooms/company";
import { type CompanyHouse, serveLogo } from "@somlos/modules/company";
import type { FastifyInstance } from "fastify";

export function logoDoor(app: FastifyInstance, house: Pick<CompanyHouse, "db">): void {
  app.route({
    method: "GET",
    url: showLogo.url,
    config: { who: showLogo.who, id: showLogo.id },
    handler: async (request, reply) => {
      const { v } = request.query as { v?: unknown };
      const { bytes, headers } = await serveLogo(house, typeof v === "string" ? v : undefined);
      return reply.headers(headers).send(bytes);
    },
  });
}

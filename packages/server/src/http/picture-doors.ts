// The doors of the pictures of goods: one takes their bytes, one answers with them.
import { Refusal } from "@somlos/contract";
import { keepPicture as keeping, showPicture } from "@somlos/contract/rooms/catalog-pictures";
import { type CatalogHouse, keepPicture, servePicture, sourceOf } from "@somlos/modules/catalog";
import type { FastifyInstance } from "fastify";
import { type Gate, letPass } from "./bind.ts";

export function pictureDoors(app: FastifyInstance, house: Pick<CatalogHouse, "db">, gate: Gate): void {
  app.route({
    method: keeping.method,
    url: keeping.url,
    config: { who: keeping.who, id: keeping.id },
    handler: async (request, reply) => {
      const caller = await gate.authenticate(request, "file");
      letPass(keeping.who, caller);
      if (!(request.body instanceof Buffer)) throw new Refusal("catalog.picture_not_one");
      const kept = await keepPicture(house, sourceOf(caller), request.body);
      return reply.header("cache-control", "no-store").send(kept);
    },
  });
  app.route({
    method: showPicture.method,
    url: showPicture.url,
    config: { who: showPicture.who, id: showPicture.id },
    handler: async (request, reply) => {
      const { name } = request.params as { name: string };
      const { bytes, headers } = await servePicture(house, name, request.headers["if-none-match"]);
      reply.headers(headers);
      return bytes === undefined ? reply.code(304).send() : reply.send(bytes);
    },
  });
}

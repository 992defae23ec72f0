// The two doors through which a copy of everything of a person leaves: put together as it is sent, always an attachment.
import { Readable } from "node:stream";
import { Refusal } from "@somlos/contract";
import { fetchExport, fetchForPerson } from "@somlos/contract/rooms/rights";
import { type Copy, fetchAsked, fetchOwn, type RightsRoomHouse } from "@somlos/modules/rights";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { languageIn } from "./answer.ts";
import { type Gate, letPass } from "./bind.ts";

const send = (reply: FastifyReply, copy: Copy) =>
  reply
    .header("content-type", copy.contentType)
    .header("content-disposition", `attachment; filename="${copy.name}"`)
    .header("cache-control", "no-store")
    .send(Readable.from(copy.body));

function paramsOf(request: FastifyRequest) {
  const read = fetchExport.params?.safeParse(request.params);
  if (read?.success !== true) throw new Refusal("rights.not_found");
  return read.data;
}

export function copyDoors(app: FastifyInstance, house: RightsRoomHouse, gate: Gate): void {
  app.route({
    method: "GET",
    url: fetchExport.url,
    config: { who: fetchExport.who, id: fetchExport.id },
    handler: async (request, reply) => {
      const caller = await gate.authenticate(request);
      letPass(fetchExport.who, caller);
      const { id, format } = paramsOf(request);
      const { headers, ip } = request;
      const knock = { caller, headers, ip, language: languageIn(request), header: () => undefined };
      return send(reply, await fetchOwn(house, knock, id, format));
    },
  });
  app.route({
    method: "GET",
    url: fetchForPerson.url,
    config: { who: fetchForPerson.who, id: fetchForPerson.id },
    handler: async (request, reply) => {
      const caller = await gate.authenticate(request);
      letPass(fetchForPerson.who, caller);
      const { id, format } = paramsOf(request);
      const { copy, personId } = await fetchAsked(house, caller, id, format);
      await gate.opened({ caller, ip: request.ip, what: fetchForPerson.id, personId });
      return send(reply, copy);
    },
  });
}

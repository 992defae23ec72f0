// The two doors of imports that are no JSON: a file comes in as a stream, the report of refused rows goes out as one.
import { Readable } from "node:stream";
import { languageOf, Refusal } from "@somlos/contract";
import { reportImport, uploadImport } from "@somlos/contract/rooms/imports";
import { type ImportHouse, reportRoute, uploadRoute } from "@somlos/modules/events";
import type { FastifyInstance } from "fastify";
import { type Gate, letPass } from "./bind.ts";

const MOST_FILE_BYTES = 20 * 1024 ** 3;

export function importFileDoors(app: FastifyInstance, house: ImportHouse, gate: Gate): void {
  void app.register((scope, _options, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    scope.route({
      method: "POST",
      url: uploadImport.url,
      bodyLimit: MOST_FILE_BYTES,
      config: { who: uploadImport.who, id: uploadImport.id },
      handler: async (request) => {
        const caller = await gate.authenticate(request);
        letPass(uploadImport.who, caller);
        if (request.body === undefined)
          throw new Refusal("door.bad_request", { problems: ["body: the file is missing"] });
        return uploadRoute(house)(request.body as AsyncIterable<Uint8Array>, {
          caller,
          language: languageOf(request.headers["accept-language"]),
          query: request.query,
        });
      },
    });
    registered();
  });
  app.route({
    method: "GET",
    url: reportImport.url,
    config: { who: reportImport.who, id: reportImport.id },
    handler: async (request, reply) => {
      letPass(reportImport.who, await gate.authenticate(request));
      const { id } = request.params as { id: string };
      const report = await reportRoute(house)(id, languageOf(request.headers["accept-language"]));
      reply
        .header("content-type", report.contentType)
        .header("content-disposition", `attachment; filename="${report.name}"`);
      return reply.send(Readable.from(report.body));
    },
  });
}

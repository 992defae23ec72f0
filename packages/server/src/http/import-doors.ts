// The two doors of imports that are no JSON: a file comes in as a stream, the report of refused rows goes out as one.
import { Readable } from "node:stream";
import { languageOf, Refusal } from "@somlos/contract";
import { MOST_FILE_BYTES, reportImport, uploadImport } from "@somlos/contract/rooms/imports";
import { type ImportHouse, reportRoute, uploadRoute } from "@somlos/modules/events";
import type { FastifyInstance } from "fastify";
import { type Gate, letPass } from "./bind.ts";

/** Without a byte for so long, whoever sends has gone. */
const IDLE_MS = 60_000;

export function importFileDoors(app: FastifyInstance, house: ImportHouse, gate: Gate): void {
  void app.register((scope, _options, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    scope.route({
      method: "POST",
      url: uploadImport.url,
      bodyLimit: Number.MAX_SAFE_INTEGER, // a file has a limit of its own, said in its own words
      config: { who: uploadImport.who, id: uploadImport.id, takesFile: true },
      handler: async (request) => {
        const caller = await gate.authenticate(request, "file");
        letPass(uploadImport.who, caller);
        if (request.body === undefined) throw new Refusal("imports.file_empty");
        if (Number(request.headers["content-length"] ?? 0) > MOST_FILE_BYTES)
          throw new Refusal("imports.file_too_large");
        request.raw.setTimeout(IDLE_MS, () => request.raw.destroy());
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
      const caller = await gate.authenticate(request);
      letPass(reportImport.who, caller);
      const { id } = request.params as { id: string };
      const asked = reportImport.query?.safeParse(request.query).data?.language;
      const language = asked ?? languageOf(request.headers["accept-language"]);
      const report = await reportRoute(house)(id, { caller, language });
      reply
        .header("content-type", report.contentType)
        .header("content-disposition", `attachment; filename="${report.name}"`);
      return reply.send(Readable.from(report.body));
    },
  });
}

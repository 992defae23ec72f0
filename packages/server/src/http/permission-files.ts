// The doors of permission that are no JSON: files come in as streams, reports go out as one.
import { Readable } from "node:stream";
import { type Language, languageOf, Refusal } from "@somlos/contract";
import { reportPermissionImport, takePermissionFile } from "@somlos/contract/rooms/consent-imports";
import { takeRegister } from "@somlos/contract/rooms/consent-lists";
import {
  type ConsentHouse,
  loadReported,
  permissionFileRoute,
  permissionReport,
  registerRoute,
} from "@somlos/modules/consent";
import type { FastifyInstance } from "fastify";
import { type Gate, letPass } from "./bind.ts";

/** Without a byte for so long, whoever sends has gone. */
const IDLE_MS = 60_000;

type Take = (
  file: AsyncIterable<Uint8Array>,
  from: { caller: Awaited<ReturnType<Gate["authenticate"]>>; query: unknown; ip: string; language: Language },
) => Promise<unknown>;

export function permissionFileDoors(
  app: FastifyInstance,
  house: ConsentHouse & { readonly home: string },
  gate: Gate,
): void {
  const takes: readonly (readonly [Pick<typeof takeRegister, "url" | "who" | "id">, Take])[] = [
    [takeRegister, registerRoute(house)],
    [takePermissionFile, permissionFileRoute(house)],
  ];
  void app.register((scope, _options, registered) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    for (const [{ url, who, id }, take] of takes)
      scope.route({
        method: "POST",
        url,
        bodyLimit: Number.MAX_SAFE_INTEGER, // a file of millions of lines is read as it comes
        config: { who, id, takesFile: true },
        handler: async (request) => {
          const caller = await gate.authenticate(request, "file");
          letPass(who, caller);
          if (request.body === undefined) throw new Refusal("imports.file_empty");
          request.raw.setTimeout(IDLE_MS, () => request.raw.destroy());
          const { query, ip } = request;
          return take(request.body as AsyncIterable<Uint8Array>, {
            caller,
            query,
            ip,
            language: languageOf(request.headers["accept-language"]),
          });
        },
      });
    registered();
  });
  app.route({
    method: "GET",
    url: reportPermissionImport.url,
    config: { who: reportPermissionImport.who, id: reportPermissionImport.id },
    handler: async (request, reply) => {
      letPass(reportPermissionImport.who, await gate.authenticate(request));
      const params = reportPermissionImport.params?.safeParse(request.params);
      if (params?.success !== true) throw new Refusal("consent.import_unknown");
      const { id } = await loadReported(house, params.data.id);
      const body = permissionReport(house, id, languageOf(request.headers["accept-language"]));
      return reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="permissions-${id}.csv"`)
        .send(Readable.from(body));
    },
  });
}

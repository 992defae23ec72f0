// The doors of permission that are no JSON: files come in as streams, reports go out as one.
import { Readable } from "node:stream";
import { languageOf, Refusal } from "@somlos/contract";
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
import { bindFileDoors } from "./file-doors.ts";

export function permissionFileDoors(
  app: FastifyInstance,
  house: ConsentHouse & { readonly home: string },
  gate: Gate,
): void {
  bindFileDoors(app, gate, [
    [takeRegister, registerRoute(house)],
    [takePermissionFile, permissionFileRoute(house)],
  ]);
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

// For tests of permissions taken over from a file: a row, the file's import to its end, its report, and what came of it.
import { type Desk, hashOf } from "./permission-desk.ts";
import type { TestApp } from "./test-app.ts";

export const HEAD =
  "purpose;channel;entity;identifier_kind;identifier;state;at;text_hash;collected_by;place;how;active;concluded";
type View = {
  id: string;
  state: string;
  rows: number;
  entries: number;
  refused: number;
  noted: number;
  code?: string;
  share: number;
};
export const recent = () => new Date(Date.now() - 86_400_000).toISOString();

export function openFiles(at: TestApp, desk: Desk) {
  const row = (email: string, more: { state?: string; at?: string; hash?: string; place?: string } = {}) => {
    const {
      state = "granted",
      at: time = "2024-05-01T10:00:00Z",
      hash = hashOf(desk.body),
      place = "Malmö",
    } = more;
    return `offers;mail;almvik;email;${email};${state};${time};${hash};kassa 3;${place};ruta;ja;ja`;
  };
  async function take(file: string | Buffer, name = "gamla.csv"): Promise<View> {
    const answer = await fetch(`${at.base}/api/permissions/imports?name=${name}`, {
      method: "POST",
      headers: { authorization: `Bearer ${at.secrets.adminToken}`, "content-type": "text/csv" },
      body: new Blob([file as BlobPart]),
    });
    let view = (await answer.json()) as View;
    while (view.state === "running") {
      await new Promise((on) => setTimeout(on, 30));
      view = (await at.ask(`/api/permissions/imports/${view.id}`)).body as unknown as View;
    }
    return view;
  }
  const report = async (id: string) => {
    const answer = await fetch(`${at.base}/api/permissions/imports/${id}/report.csv`, {
      headers: { authorization: `Bearer ${at.secrets.adminToken}`, "accept-language": "sv" },
    });
    return {
      type: answer.headers.get("content-disposition"),
      lines: (await answer.text()).trim().split("\r\n"),
    };
  };
  const ask = async (email: string) => {
    const wish = { identifier: { kind: "email", value: email }, purpose: "offers", channel: "mail" };
    const body = { ...wish, entity: "almvik", message: "offers", count: false };
    const answer = (await desk.call("/v1/permissions/use", body, at.secrets.serverKey)).body;
    return answer["allowed"] === true ? "yes" : (answer["reason"] as { code: string }).code;
  };
  return { row, take, report, ask };
}

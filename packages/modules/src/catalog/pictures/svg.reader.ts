// What an SVG may hold. To a browser it is a program: one that does more than draw is not taken. It is read as XML, sign by
// sign, so that nothing hides behind an entity, a prefix or another way of writing it.
import { Refusal } from "@somlos/contract";
import { SaxesParser, type SaxesTagNS } from "saxes";

const SVG = "http://www.w3.org/2000/svg";
const XML = "http://www.w3.org/XML/1998/namespace";
const ACTIVE =
  /^(script|foreignobject|iframe|embed|object|audio|video|handler|listener|set|discard|animate\w*|link)$/;
/** Parts of the picture itself, and pictures held within it. */
const OWN = /^(#|data:image\/(png|jpeg|webp|gif);)/i;
const LOADED = /url\(\s*["']?\s*([^"')]*)/gi;
/** What else loads in a style; a backslash could spell any of it otherwise. */
const STYLED = /\\|@import|@namespace|image-set\(|\bsrc\(|expression\(|javascript:/i;

const refuse = (): never => {
  throw new Refusal("catalog.picture_active");
};

function checkStyle(text: string): void {
  if (STYLED.test(text) || [...text.matchAll(LOADED)].some(([, link = ""]) => !OWN.test(link))) refuse();
}

function checkAttribute(name: string, value: string): void {
  const plain = name.toLowerCase();
  if (plain.startsWith("on") || plain === "xml:base") refuse();
  if ((plain === "href" || plain === "src") && !OWN.test(value.trim())) refuse();
  checkStyle(value);
}

function checkTag({ local, attributes }: SaxesTagNS): void {
  if (ACTIVE.test(local.toLowerCase())) refuse();
  for (const { local: name, prefix, uri, value } of Object.values(attributes)) {
    if (prefix === "xmlns" || name === "xmlns") continue;
    checkAttribute(uri === XML ? `xml:${name}` : name, value);
  }
}

/** Refuses what is no SVG, and an SVG that runs or loads something. */
export function checkSvg(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  let [opened, inStyle, style] = [0, 0, ""];
  parser.on("error", () => {
    throw new Refusal("catalog.picture_not_one");
  });
  parser.on("doctype", refuse);
  parser.on("processinginstruction", refuse);
  parser.on("opentag", (tag) => {
    if (opened++ === 0 && (tag.local !== "svg" || tag.uri !== SVG))
      throw new Refusal("catalog.picture_not_one");
    checkTag(tag);
    if (tag.local.toLowerCase() === "style") inStyle++;
  });
  const read = (piece: string) => {
    if (inStyle > 0) style += piece;
  };
  parser.on("text", read);
  parser.on("cdata", read);
  parser.on("closetag", ({ local }) => {
    if (local.toLowerCase() === "style") inStyle--;
  });
  parser.write(text).close();
  if (opened === 0) throw new Refusal("catalog.picture_not_one");
  checkStyle(style);
}

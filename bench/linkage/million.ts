// A made-up population with 10 % repetitions, to see time and memory. Nothing is drawn from the files that are scored.
import { link, type RawColumn, rawColumn } from "@somlos/modules/identity";
import { scorePairs } from "./score.ts";

function* random(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const STARTS = "an be ka lo ma ni pe ra so ti ul vi el jo fre gun he in ast bri".split(" ");
const MIDDLES = "na ri la der lin ve mi to sa ne kel bor das gri hol".split(" ");
const ENDS = "a son sen e us ik berg gaard lund ström dal by".split(" ");

type Draw = () => number;
const pick = (list: readonly string[], draw: Draw): string =>
  list[Math.floor(draw() ** 1.5 * list.length)] ?? "";
const word = (draw: Draw): string =>
  pick(STARTS, draw) + (draw() < 0.6 ? pick(MIDDLES, draw) : "") + pick(MIDDLES, draw) + pick(ENDS, draw);

function typo(text: string, draw: Draw): string {
  const at = Math.floor(draw() * text.length);
  const letter = String.fromCharCode(97 + Math.floor(draw() * 26));
  return draw() < 0.5
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + letter + text.slice(at + 1);
}

const digits = (count: number, draw: Draw): string =>
  String(Math.floor(draw() * 10 ** count)).padStart(count, "0");

function person(draw: Draw): string[] {
  const [given, surname] = [word(draw), word(draw)];
  const birth = `${1930 + Math.floor(draw() * 75)}-${String(1 + Math.floor(draw() * 12)).padStart(2, "0")}-${String(1 + Math.floor(draw() * 28)).padStart(2, "0")}`;
  const mail = draw() < 0.7 ? `${given}.${surname}${digits(2, draw)}@${word(draw)}.se` : "";
  return [
    given,
    surname,
    birth,
    `${word(draw)}gatan ${digits(2, draw)}`,
    digits(5, draw),
    mail,
    draw() < 0.6 ? `070${digits(7, draw)}` : "",
  ];
}

const again = (cells: readonly string[], draw: Draw): string[] =>
  cells.map((cell) => (draw() < 0.08 ? "" : draw() < 0.15 ? typo(cell, draw) : cell));

const NAMES = ["given", "surname", "birth", "street", "postcode", "mail", "phone"];

function population(rows: number): { columns: RawColumn[]; labels: string[] } {
  const stream = random(7);
  const draw: Draw = () => stream.next().value;
  const people = Math.round(rows * 0.9);
  const all: string[][] = [];
  for (let at = 0; at < rows; at++)
    all.push(at < people ? person(draw) : again(all[(at - people) * 9] ?? [], draw));
  const columns = NAMES.map((name, column) =>
    rawColumn(
      name,
      all.map((cells) => cells[column] ?? ""),
    ),
  );
  return { columns, labels: all.map((_, at) => String(at < people ? at : (at - people) * 9)) };
}

export function million(rows: number): void {
  const { columns, labels } = population(rows);
  const started = performance.now();
  const linked = link(columns);
  const seconds = (performance.now() - started) / 1000;
  const got = scorePairs(linked.pairs, labels, labels.length);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${rows} rows, 10 % repeated: ${seconds.toFixed(0)} s on one core, ${Math.round(rows / seconds)} rows/s, ${linked.model.pairs} pairs weighed,` +
      ` at most ${memory} MB · precision ${got.precision.toFixed(4)} recall ${got.recall.toFixed(4)} F1 ${got.f1.toFixed(4)}`,
  );
}

// Pictures of what one sits and lies on. Pure.
import {
  BLACK,
  both,
  box,
  type Drawing,
  disc,
  type Ink,
  line,
  OAK,
  OAK_DARK,
  oval,
  path,
  STEEL,
  STEEL_DARK,
  shadow,
  times,
  turned,
} from "./drawing.rules.ts";

const woodOf = (kind: number): string => (kind % 2 === 0 ? OAK : BLACK);

function sofaBody(k: Ink, kind: number, seats: number, w: number): string {
  const x = 160 - w / 2;
  const round = [12, 20, 6][kind % 3] ?? 12;
  const [arm, room] = [28, (w - 56) / seats];
  const back = times(seats, (i) => box(x + arm + i * room + 1, 132, room - 2, 66, k.base, round));
  const seat = times(seats, (i) => box(x + arm + i * room + 1, 186, room - 2, 28, k.light, 9));
  return [
    shadow(w * 0.53),
    box(x + 14, 236, 8, 18, woodOf(kind), 2) + box(x + w - 22, 236, 8, 18, woodOf(kind), 2),
    box(x + 12, 122, w - 24, 90, k.dark, round + 4),
    ...[back, box(x + 8, 206, w - 16, 32, k.dark, 6), seat],
    box(x, 156, arm + 4, 84, k.base, round) + box(x + w - arm - 4, 156, arm + 4, 84, k.base, round),
    line(`M${x + arm + 8} 238H${x + w - arm - 8}`, k.deep, 2),
  ].join("");
}
const pillowOn = (x: number, y: number, fill: string, angle: number): string =>
  turned(angle, x, y, box(x - 20, y - 20, 40, 40, fill, 9));

const sofa: Drawing = (k, kind) =>
  sofaBody(k, kind, 3, 256) +
  (kind % 2 === 0
    ? pillowOn(76, 172, k.pale, -12) + pillowOn(246, 172, k.deep, 10)
    : pillowOn(80, 172, k.deep, -9));
const sofa2: Drawing = (k, kind) =>
  sofaBody(k, kind, 2, 204) + pillowOn(106, 172, kind % 2 === 0 ? k.pale : k.deep, -11);

const corner: Drawing = (k, kind) =>
  sofaBody(k, kind, 3, 268) +
  path("M200 200h86q8 0 8 8v44q0 8-8 8h-92q-8 0-8-8v-38z", k.dark) +
  box(186, 192, 106, 40, k.light, 10) +
  pillowOn(74, 172, k.pale, -10);

const sofabed: Drawing = (k, kind) =>
  [
    shadow(140),
    box(30, 126, 260, 80, k.dark, 12),
    box(36, 132, 122, 62, k.base, 12) + box(162, 132, 122, 62, k.base, 12),
    box(20, 190, 280, 34, k.light, 10),
    line("M160 194V220", k.base, 2),
    box(24, 220, 272, 16, k.deep, 5),
    box(36, 236, 8, 18, woodOf(kind)) + box(276, 236, 8, 18, woodOf(kind)),
    box(44, 168, 66, 26, k.pale, 12) + pillowOn(252, 170, k.deep, 8),
  ].join("");

const armchair: Drawing = (k, kind) => {
  const wing = kind % 2 === 0;
  return [
    shadow(84),
    line("M104 232 96 254M216 232 224 254", wing ? OAK : BLACK, 8),
    path(wing ? "M92 96q-2-34 68-34t68 34l-6 124H98z" : "M98 110q0-44 62-44t62 44v110H98z", k.dark),
    path("M108 108q0-32 52-32t52 32v88H108z", k.base),
    box(104, 182, 112, 34, k.light, 12),
    box(84, 152, 30, 84, k.base, 14) + box(206, 152, 30, 84, k.base, 14),
    box(104, 212, 112, 24, k.dark, 6),
    kind % 3 === 1 ? disc(142, 120, 3, k.deep) + disc(178, 120, 3, k.deep) + disc(160, 146, 3, k.deep) : "",
  ].join("");
};

const rocker: Drawing = (k, kind) =>
  [
    shadow(96, 258),
    line("M62 238Q160 280 262 232", k.dark, 8),
    line("M96 250 112 164M222 248 206 176", k.base, 8),
    line("M112 164 78 62", k.base, 9) + line("M104 164 214 178", k.base, 9),
    line("M96 128Q150 124 214 138L222 150", k.dark, 8),
    path("M84 70q54-12 66 8l28 84-62 2z", kind % 2 === 0 ? "#e6dcc6" : "#d3dadb"),
    path("M116 160q50-6 92 14l-4 10q-50-8-88-10z", "#d8ccb2"),
    times(4, (i) => line(`M${92 + i * 8} ${86 + i * 20}L${150 + i * 8} ${84 + i * 20}`, "#bdb094", 2)),
  ].join("");

const pouf: Drawing = (k, kind) => {
  const square = kind % 3 === 1;
  return [
    shadow(84),
    square
      ? box(82, 156, 156, 96, k.base, 24)
      : path("M76 204q0-50 84-50t84 50-34 50H110q-34 0-34-50z", k.base),
    square
      ? box(82, 150, 156, 40, k.light, 20) + line("M160 190V248", k.dark, 2)
      : oval(160, 180, 74, 26, k.light) +
        times(5, (i) => line(`M${112 + i * 24} 202Q${106 + i * 27} 230 ${116 + i * 22} 250`, k.dark, 2)),
    disc(160, square ? 168 : 180, 5, k.dark),
  ].join("");
};

const chair: Drawing = (k, kind) => {
  const slats = kind % 2 === 0;
  return [
    shadow(70),
    line("M118 178 110 252M202 178 210 252", k.dark, 9),
    line("M120 176 112 74M200 176 208 74", k.base, 9),
    slats
      ? times(4, (i) => line(`M${132 + i * 18} 84V172`, k.dark, 5)) +
        line("M112 80Q160 66 208 80", k.base, 14)
      : path("M110 80q50-22 100 0l-4 46q-46-10-92 0z", k.base),
    path("M104 168q56-12 112 0l6 20H98z", k.light),
    path("M98 188h124v8H98z", k.dark),
    line("M114 222H206", k.dark, 5),
  ].join("");
};

const stool: Drawing = (k, kind) =>
  [
    shadow(58),
    line("M132 132 112 252M188 132 208 252", k.dark, 9) + line("M146 132 140 248M174 132 180 248", k.deep, 7),
    line("M120 210H200", STEEL_DARK, 6),
    kind % 2 === 0
      ? oval(160, 124, 52, 16, k.base) + oval(160, 119, 52, 15, k.light)
      : box(106, 108, 108, 24, k.base, 10),
    kind % 3 === 2 ? path("M110 112q4-44 50-44t50 44l-10 2q-6-32-40-32t-40 32z", k.base) : "",
  ].join("");

const bench: Drawing = (k, kind) =>
  [
    shadow(128),
    kind % 2 === 0
      ? line("M66 186 54 252M254 186 266 252M84 186 78 246M236 186 242 246", k.dark, 9)
      : box(54, 180, 14, 74, k.dark) + box(252, 180, 14, 74, k.dark) + box(60, 222, 200, 8, k.dark),
    box(34, 164, 252, 22, k.base, 5),
    box(34, 164, 252, 7, k.light, 3),
  ].join("");

const officechair: Drawing = (k, kind) =>
  [
    shadow(78, 262),
    line("M160 226V242M160 242 104 254M160 242 216 254M160 242 160 258", BLACK, 9),
    times(3, (i) => disc(102 + i * 58, 258, 8, BLACK)),
    box(153, 196, 14, 38, STEEL_DARK),
    kind % 2 === 0 ? path("M116 66q44-18 88 0l8 88q-52 14-104 0z", k.base) : box(112, 60, 96, 98, k.base, 24),
    kind % 2 === 0
      ? times(5, (i) => line(`M120 ${84 + i * 16}Q160 ${94 + i * 16} 200 ${84 + i * 16}`, k.dark, 3))
      : box(124, 72, 72, 60, k.light, 16),
    line("M160 150V186", BLACK, 12),
    path("M96 180q64-16 128 0l-6 22q-58 8-116 0z", k.light),
    both(line("M104 186Q84 170 88 148L110 146", BLACK, 8)),
  ].join("");

const gardensofa: Drawing = (k, kind) =>
  [
    shadow(140),
    both(box(28, 132, 14, 122, k.base, 3)),
    box(28, 214, 264, 16, k.base, 3),
    times(7, (i) => box(54 + i * 32, 128, 10, 86, k.dark, 2)),
    box(28, 124, 264, 12, k.base, 3),
    times(kind % 2 === 0 ? 3 : 2, (i) => {
      const w = kind % 2 === 0 ? 78 : 117;
      return (
        box(43 + i * (w + 1), 142, w - 2, 50, "#eeebe2", 10) +
        box(43 + i * (w + 1), 186, w - 2, 28, "#e0ddd2", 9)
      );
    }),
    both(box(20, 164, 28, 12, k.light, 4)),
  ].join("");

const lounger: Drawing = (k, kind) =>
  [
    shadow(142, 250),
    line("M70 206V246M196 206V246", k.dark, 9),
    line("M36 206H212L292 122", k.base, 12),
    disc(74, 240, 12, k.deep) + disc(74, 240, 5, k.pale),
    line(
      kind % 2 === 0 ? "M42 190H206L282 110" : "M42 192H206L276 118",
      kind % 2 === 0 ? "#eeebe2" : "#cfdde3",
      18,
    ),
    turned(-46, 268, 120, box(244, 100, 46, 22, kind % 2 === 0 ? "#d9d3c2" : "#8fb1c1", 10)),
  ].join("");

const campchair: Drawing = (k, kind) =>
  [
    shadow(90),
    line("M98 180 220 252M222 180 100 252M92 140V250M228 140V250", STEEL_DARK, 7),
    path("M98 82h124l8 100H90z", k.base),
    kind % 2 === 0 ? path("M98 82h124l2 22H96z", k.dark) : line("M104 132H216", k.light, 8),
    path("M90 176h140l10 28q-80 18-160 0z", k.light),
    both(box(76, 136, 32, 14, k.deep, 7)),
    path("M222 150h20l-4 26h-12z", k.deep),
  ].join("");

const hammock: Drawing = (k, kind) =>
  [
    line("M20 72 78 150M300 72 242 150", STEEL, 4) + line("M20 72 78 128M300 72 242 128", STEEL, 3),
    box(74, 118, 8, 40, OAK, 4) + box(238, 118, 8, 40, OAK_DARK, 4),
    path("M80 122q80 70 160 0v32q-80 120-160 0z", k.base),
    times(kind % 2 === 0 ? 4 : 2, (i) =>
      line(`M82 ${132 + i * 10}Q160 ${206 + i * 22} 238 ${132 + i * 10}`, i % 2 === 0 ? k.pale : k.dark, 6),
    ),
    times(9, (i) => line(`M${92 + i * 17} ${176 + 26 * Math.sin(((i + 1) * Math.PI) / 10)}v16`, k.dark, 2)),
    shadow(90, 262),
  ].join("");

export const seats: Readonly<Record<string, Drawing>> = {
  ...{ sofa, sofa2, corner, sofabed, armchair, rocker, pouf, chair, stool, bench },
  ...{ officechair, gardensofa, lounger, campchair, hammock },
};

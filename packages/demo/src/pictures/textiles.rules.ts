// Pictures of what is woven, knitted and filled. Pure.
import {
  both,
  box,
  type Drawing,
  disc,
  type Ink,
  line,
  OAK,
  oval,
  path,
  STEEL_DARK,
  shadow,
  times,
  turned,
} from "./drawing.rules.ts";

const duvet: Drawing = (k, kind) =>
  [
    shadow(128, 256),
    box(44, 178, 232, 74, k.base, 34) + box(36, 118, 248, 86, k.light, 38),
    times(4, (i) => line(`M${86 + i * 49} 122q-8 38 0 78`, k.dark, 2)) +
      line("M44 160q116 16 232 0", k.dark, 2),
    line("M60 226H246M70 206q90 10 180 0", k.dark, 2),
    path("M44 128q8-10 30-10h172q22 0 30 10-116 22-232 0z", kind % 2 === 0 ? "#d5e2e6" : "#e6dcc6"),
  ].join("");

const pillow: Drawing = (k, kind) =>
  [
    shadow(116, 244),
    path(
      "M42 96q118 26 236 0 8 4 4 12-22 54 0 108 4 10-6 14-116-22-232 0-10-4-6-14 22-54 0-108-4-8 4-12z",
      k.light,
    ),
    path("M66 116q94 18 188 0-14 46 0 92-94-14-188 0 14-46 0-92z", k.base),
    kind % 2 === 0
      ? path("M66 208q94-14 188 0l-2 8q-92-14-184 0z", k.dark)
      : line("M92 138q40-4 70 10M236 190q-30-16-60-12", k.dark, 3),
  ].join("");

function pattern(k: Ink, kind: number): string {
  if (kind % 4 === 0) return times(5, (i) => line(`M44 ${150 + i * 18}H276`, k.light, 4));
  if (kind % 4 === 1)
    return times(18, (i) =>
      disc(64 + (i % 6) * 38 + (Math.floor(i / 6) % 2) * 16, 156 + Math.floor(i / 6) * 28, 5, k.pale),
    );
  if (kind % 4 === 2) return "";
  return times(6, (i) => line(`M${62 + i * 40} 140V236`, k.light, 3));
}
const bedset: Drawing = (k, kind) =>
  [
    shadow(130, 248),
    box(40, 134, 240, 108, k.base, 12) + pattern(k, kind),
    path("M40 146q0-12 12-12h216q12 0 12 12v18H40z", k.dark),
    turned(-4, 110, 110, box(60, 84, 104, 56, k.light, 16)) +
      turned(3, 214, 110, box(166, 84, 104, 56, k.pale, 16)),
  ].join("");

/** Folded and laid in a pile. */
const folded: Drawing = (k, kind) =>
  [
    shadow(104, 240),
    times(kind % 2 === 0 ? 3 : 2, (i) => {
      const y = 204 - i * 36;
      return (
        box(66 + i * 4, y, 188 - i * 8, 34, i % 2 === 0 ? k.base : k.light, 12) +
        line(`M${80 + i * 4} ${y + 17}H${230 - i * 6}`, k.dark, 2)
      );
    }),
    path("M244 210q14-2 10 14-2 14-18 12z", k.dark),
    box(150, kind % 2 === 0 ? 126 : 162, 22, kind % 2 === 0 ? 112 : 76, "#e6dcc6") +
      box(150, kind % 2 === 0 ? 176 : 192, 22, 18, OAK),
  ].join("");

const throwOver: Drawing = (k, kind) =>
  [
    shadow(112, 262),
    path("M64 76q96-22 192 0l8 150q-104 22-208 0z", k.base),
    kind % 2 === 0
      ? times(4, (i) => path(`M${82 + i * 44} 70l18-3 2 164h-20z`, k.light)) +
        times(3, (i) => line(`M62 ${112 + i * 40}q98-18 198 0`, k.dark, 6))
      : times(11, (i) => line(`M64 ${90 + i * 13}q96-18 194 0`, i % 3 === 0 ? k.pale : k.light, 3)),
    times(22, (i) => line(`M${60 + i * 9.6} ${230 + 8 * Math.sin((i * Math.PI) / 21)}v22`, k.dark, 3)),
  ].join("");

const cushion: Drawing = (k, kind) =>
  [
    shadow(96, 256),
    path("M66 70q94 18 188 0-16 92 0 184-94-16-188 0 16-92 0-184z", k.base),
    [
      () => "",
      () =>
        times(4, (i) =>
          path(`M160 ${96 + i * 36}q-26 18-44 8 10-24 44-8zm0 0q26 18 44 8-10-24-44-8z`, k.pale),
        ) + line("M160 92V236", k.pale, 4),
      () => times(7, (i) => line(`M78 ${86 + i * 25}q82 12 164 0`, k.pale, 5)),
      () =>
        times(
          3,
          (i) => line(`M${112 + i * 48} 80V246`, k.dark, 8) + line(`M78 ${112 + i * 48}H242`, k.pale, 6),
        ),
      () => times(20, (i) => line(`M${94 + (i % 5) * 33} ${104 + Math.floor(i / 5) * 40}l8 14`, k.pale, 5)),
    ][kind % 5]?.() ?? "",
    line("M66 70q94 18 188 0M66 254q94-16 188 0", k.dark, 3),
  ].join("");

const curtain: Drawing = (k, kind) =>
  [
    box(18, 42, 284, 8, kind % 2 === 0 ? OAK : STEEL_DARK, 4) +
      disc(18, 46, 9, kind % 2 === 0 ? OAK : STEEL_DARK) +
      disc(302, 46, 9, kind % 2 === 0 ? OAK : STEEL_DARK),
    box(104, 66, 112, 172, "#dce8ee") + line("M160 66V238M104 150H216", "#ffffff", 6),
    both(
      path("M30 50h100q-4 116 8 226H24q10-110 6-226z", k.base) +
        times(4, (i) =>
          path(`M${40 + i * 24} 50h11q-2 120 ${i + 2} 226h-13z`, i % 2 === 0 ? k.light : k.dark),
        ),
    ),
  ].join("");

const towel: Drawing = (k, kind) =>
  kind % 3 === 2
    ? [
        shadow(100, 246),
        times(
          4,
          (i) =>
            box(64, 206 - i * 36, 192, 34, i % 2 === 0 ? k.base : k.light, 15) +
            line(`M84 ${224 - i * 36}H246`, k.dark, 3),
        ),
      ].join("")
    : [
        box(40, 56, 240, 9, STEEL_DARK, 4) + disc(40, 60, 9, STEEL_DARK) + disc(280, 60, 9, STEEL_DARK),
        path("M84 58h152v196q-76 10-152 0z", k.base) + path("M84 58h152v18H84z", k.dark),
        box(84, 206, 152, kind % 2 === 0 ? 8 : 20, k.pale) +
          (kind % 2 === 0
            ? box(84, 220, 152, 8, k.pale)
            : times(9, (i) => line(`M${92 + i * 17} 208v16`, k.base, 3))),
        line("M110 84V246M208 84V246", k.light, 4),
      ].join("");

const flat = "M70 92H250L296 236H24z";
const rug: Drawing = (k, kind) =>
  [
    path("M70 96H250L296 242H24z", "#1c242722") + path(flat, k.base),
    [
      () => path("M86 104h148l32 116H54z", k.light) + path("M100 114h120l24 94H76z", k.base),
      () =>
        times(6, (i) =>
          line(`M${66 - i * 7} ${106 + i * 24}H${254 + i * 7}`, i % 2 === 0 ? k.pale : k.dark, 7),
        ),
      () =>
        times(5, (i) =>
          path(
            `M160 ${102 + i * 26}l${26 + i * 5} 13-${26 + i * 5} 13-${26 + i * 5}-13z`,
            i % 2 === 0 ? k.pale : k.dark,
          ),
        ),
      () => path("M24 236 70 92h40L76 236zM296 236 250 92h-40l34 144z", k.dark),
      () =>
        times(24, (i) =>
          disc(92 + (i % 6) * 27 + Math.floor(i / 6) * 0, 112 + Math.floor(i / 6) * 34, 5, k.pale),
        ),
    ][kind % 5]?.() ?? "",
    times(24, (i) => line(`M${28 + i * 11.5} 238v12`, k.pale, 3)) +
      times(20, (i) => line(`M${73 + i * 9.2} 90v-8`, k.pale, 2)),
  ].join("");

const STRIPES = ["#8fa9b5", "#d9c9a6", "#6d8571", "#e9ecec", "#a58aa8", "#c9a45a"];
const ragrug: Drawing = (k, kind) =>
  [
    path("M96 66H224L262 254H58z", k.base),
    times(13, (i) => {
      const spread = i * 2.7;
      return line(
        `M${96 - spread} ${76 + i * 14}H${224 + spread}`,
        i % 3 === 0 ? k.dark : (STRIPES[(i * 2 + kind) % STRIPES.length] ?? k.pale),
        i % 2 === 0 ? 5 : 9,
      );
    }),
    times(17, (i) => line(`M${62 + i * 12.3} 256v12`, k.pale, 3)) +
      times(13, (i) => line(`M${98 + i * 10.4} 64v-9`, k.pale, 3)),
  ].join("");

const doormat: Drawing = (k, kind) =>
  [
    path("M60 124H260L286 226H34z", k.deep) + path("M60 120H260L284 218H36z", k.base),
    kind % 2 === 0
      ? path("M76 130H244L262 206H58z", k.light) +
        times(4, (i) => line(`M${78 - i * 4} ${146 + i * 16}H${242 + i * 4}`, k.dark, 4, "3 7"))
      : times(3, (i) => line(`M${72 - i * 6} ${142 + i * 26}H${248 + i * 6}`, k.dark, 10)),
    times(26, (i) => line(`M${40 + i * 9.5} 218v7`, k.dark, 2)),
  ].join("");

const sleepingbag: Drawing = (k, kind) =>
  [
    shadow(84, 282),
    path("M160 30q58 0 62 62l-16 158q-4 26-46 26t-46-26L98 92q4-62 62-62z", k.base),
    times(kind % 2 === 0 ? 7 : 5, (i) => {
      const y = 126 + i * (kind % 2 === 0 ? 21 : 30);
      return line(`M${104 + (y - 126) * 0.1} ${y}q56 12 ${112 - (y - 126) * 0.2} 0`, k.dark, 3);
    }),
    oval(160, 78, 40, 36, k.deep) +
      oval(160, 84, 32, 28, k.pale) +
      line("M196 100 186 250", k.pale, 4, "2 5"),
  ].join("");

const mat: Drawing = (k, kind) =>
  [
    shadow(118, 246),
    kind % 2 === 0
      ? path("M64 172h190q22 0 22 34t-22 34H64z", k.dark) +
        times(5, (i) => line(`M${104 + i * 34} 174v64`, k.deep, 3))
      : path("M64 172h212v68H64z", k.dark) + times(9, (i) => line(`M${92 + i * 20} 174v64`, k.deep, 2)),
    disc(68, 200, 44, k.base) +
      disc(68, 200, 33, k.light) +
      disc(68, 200, 22, k.base) +
      disc(68, 200, 11, k.light),
    box(110, 160, 12, 86, k.deep, 3) + box(206, 160, 12, 86, k.deep, 3),
  ].join("");

export const textiles: Readonly<Record<string, Drawing>> = {
  ...{ duvet, pillow, bedset, folded, throw: throwOver, cushion, curtain, towel },
  ...{ rug, ragrug, doormat, sleepingbag, mat },
};

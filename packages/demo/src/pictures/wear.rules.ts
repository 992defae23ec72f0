// Pictures of what is worn. Pure.
import {
  BLACK,
  both,
  box,
  type Drawing,
  disc,
  type Ink,
  line,
  mirrored,
  OAK_DARK,
  oval,
  path,
  STEEL,
  shadow,
  times,
  turned,
  WHITE,
} from "./drawing.rules.ts";

const TORSO = "M116 74q44 22 88 0l24 14-6 158q-62 12-124 0l-6-158z";
const sleeves = (fill: string): string => both(path("M98 84q-24 6-34 34l-26 104q12 14 34 12l28-86z", fill));
const cuffs = (fill: string): string => both(path("M42 208q14 14 34 12l-4 14q-22 4-34-12z", fill));
const hood = (k: Ink): string =>
  path("M112 84q-8-56 48-56t48 56q-48 26-96 0z", k.dark) +
  path("M126 80q-2-36 34-36t34 36q-34 16-68 0z", k.deep);
const zip = (k: Ink): string => line("M160 90V248", k.deep, 4, "5 4") + box(156, 96, 8, 14, k.pale, 2);

const jacket: Drawing = (k, kind) =>
  [
    sleeves(k.base) + cuffs(k.deep) + path(TORSO, k.base),
    kind % 2 === 0
      ? path("M92 88q68 40 136 0l-2 44q-66 18-132 0z", k.dark)
      : path("M222 246q-62 12-124 0l1-26q61 10 122 0z", k.dark),
    hood(k) + zip(k),
    both(line("M112 196 138 186", k.deep, 5)) +
      (kind % 3 === 1 ? box(180, 130, 28, 6, k.pale, 3) : both(line("M60 180 84 190", "#e9eeee", 5))),
  ].join("");

const downjacket: Drawing = (k, kind) =>
  [
    sleeves(k.base) + cuffs(k.deep) + path(TORSO, k.base),
    times(6, (i) => line(`M96 ${112 + i * 24}q64 14 128 0`, k.dark, 4)) +
      both(times(4, (i) => line(`M${76 - i * 9} ${116 + i * 26}q14 10 32 6`, k.dark, 4))),
    kind % 2 === 0 ? box(122, 58, 76, 34, k.dark, 14) + line("M126 76H194", k.base, 3) : hood(k),
    zip(k) + both(line("M112 200 134 190", k.deep, 5)),
  ].join("");

const fleece: Drawing = (k, kind) =>
  [
    sleeves(k.light) + cuffs(k.dark) + path(TORSO, k.light),
    times(28, (i) => disc(108 + (i % 7) * 17, 116 + Math.floor(i / 7) * 34 + (i % 2) * 10, 3, k.base)),
    box(124, 58, 72, 32, k.base, 12),
    kind % 2 === 0 ? zip(k) : line("M160 64V140", k.deep, 4, "5 4"),
    box(176, 122, 36, 36, k.dark, 5) +
      line("M176 130H212", k.pale, 3) +
      path("M222 246q-62 12-124 0l1-14q61 10 122 0z", k.dark),
  ].join("");

const sweater: Drawing = (k, kind) =>
  [
    sleeves(k.base) + cuffs(k.dark) + path(TORSO, k.base),
    path("M122 70q38 34 76 0l-6 20q-32 16-64 0z", k.deep),
    kind % 2 === 0
      ? times(7, (i) => line(`M96 ${118 + i * 18}q64 12 128 0`, k.light, 3))
      : path("M94 112q66 26 132 0l-2 30q-64 20-128 0z", k.light) +
        times(9, (i) => path(`M${102 + i * 14} 128l7-8 7 8-7 8z`, k.dark)),
    path("M222 246q-62 12-124 0l1-16q61 10 122 0z", k.dark),
  ].join("");

const legs = "M100 60h120l16 212h-56l-20-140-20 140H84z";
const trousers: Drawing = (k, kind) =>
  [
    path(legs, k.base) + box(98, 50, 124, 20, k.dark, 4) + box(150, 52, 20, 16, k.pale, 2),
    line("M160 70V132", k.dark, 3) +
      both(line("M108 78 122 104", k.deep, 4) + path("M92 168l40-4-4 40-40 4z", k.dark)),
    kind % 2 === 0 ? box(196, 128, 30, 40, k.dark, 4) : both(line("M98 116 90 264", k.light, 4)),
  ].join("");

const rainpants: Drawing = (k, kind) =>
  [
    both(line("M124 92 112 26", k.deep, 11)),
    path("M98 84h124l14 176q-28 10-56 0l-20-116-20 116q-28 10-56 0z", k.base) +
      path("M98 84h124l2 34q-64 16-128 0z", k.dark),
    both(box(110, 74, 22, 18, STEEL, 4) + line("M92 232q24 8 48 0", "#eef1f1", 7)),
    kind % 2 === 0 ? disc(160, 108, 7, k.pale) : box(142, 100, 36, 14, k.pale, 4),
  ].join("");

const overall: Drawing = (k, kind) =>
  [
    both(
      path("M106 84q-28 6-36 32l-22 76q10 12 30 10l26-64z", k.base) +
        path("M52 184q12 14 30 12l-4 16q-22 4-32-12z", k.deep),
    ),
    path("M112 78q48 18 96 0l14 82-4 108h-44l-14-74-14 74h-44l-4-108z", k.base),
    path("M110 128h100l4 30H106z", k.light) +
      path("M112 82q-8-56 48-56t48 56q-48 22-96 0z", k.dark) +
      path("M128 78q-2-34 32-34t32 34q-32 14-64 0z", "#efe9db"),
    line("M160 88V190", k.deep, 4, "5 4") +
      both(path("M106 216l36-2 0 26-36 2z", k.dark) + line("M104 260h40", "#eef1f1", 6)),
    kind % 2 === 0 ? box(176, 136, 26, 14, k.pale, 4) : disc(186, 144, 8, k.pale),
  ].join("");

const beanie: Drawing = (k, kind) =>
  [
    path("M68 208q-6-128 92-128t92 128z", k.base),
    kind % 2 === 0
      ? times(9, (i) =>
          line(`M${160 + (i - 4) * 5} 84Q${160 + (i - 4) * 24} 140 ${160 + (i - 4) * 21} 206`, k.dark, 3),
        )
      : times(9, (i) => path(`M${80 + i * 18} 168l9-14 9 14-9 14z`, k.pale)) +
        line("M82 142Q160 128 238 142", k.light, 7),
    box(58, 198, 204, 50, k.dark, 16) + times(14, (i) => line(`M${74 + i * 13.4} 204v38`, k.base, 3)),
    kind % 3 === 1
      ? times(10, (i) => turned(i * 36, 160, 66, line("M160 66V42", i % 2 === 0 ? k.pale : k.light, 9)))
      : "",
  ].join("");

const sock = (k: Ink, kind: number): string =>
  [
    path("M84 50h70v126q0 14 12 24l40 32q16 16 2 32-12 12-40 12-30 0-56-22l-20-18q-12-10-12-30z", k.base),
    path("M82 42h74v34H82z", k.dark) + times(6, (i) => line(`M${90 + i * 12} 46v26`, k.base, 3)),
    path("M80 196q28-8 52 20l-20 22-22-18q-10-10-10-24z", k.deep) +
      path("M196 222q26 18 10 42-10 10-30 12-10-30 20-54z", k.deep),
    kind % 2 === 0
      ? line("M84 100H154M84 116H154", k.pale, 7)
      : times(5, (i) => disc(100 + (i % 2) * 34, 98 + i * 16, 6, k.pale)),
  ].join("");
const socks: Drawing = (k, kind) =>
  `<g transform="translate(64 0)">${sock({ ...k, base: k.dark, dark: k.deep }, kind)}</g><g transform="translate(-10 10)">${sock(k, kind)}</g>`;

const mitten = (k: Ink, kind: number): string =>
  [
    path("M96 196V118q0-50 42-50t42 50v10q16-18 30-8 14 12-2 32l-28 34v10z", k.base),
    box(90, 192, 96, 62, k.dark, 12) + times(7, (i) => line(`M${100 + i * 12.6} 198v50`, k.base, 3)),
    kind % 2 === 0
      ? line("M138 96v44M120 107l36 22M156 107l-36 22", k.pale, 5)
      : line("M98 130H178M98 148H178", k.pale, 6),
  ].join("");
const mittens: Drawing = (k, kind) =>
  `<g transform="translate(-56 4)">${turned(-8, 138, 180, mitten(k, kind))}</g>${mirrored(`<g transform="translate(-62 20)">${turned(-8, 138, 180, mitten(k, kind))}</g>`)}`;

const SHAFT = "M96 62h86l4 96q44 8 84 40 10 12 8 32H90z";
const boot: Drawing = (k, kind) =>
  [
    shadow(108, 264),
    path(SHAFT, k.base) +
      path("M96 62h86l1 26H95z", k.dark) +
      path("M196 166q44 8 74 32 10 12 8 32h-58q-4-36-24-64z", k.dark),
    path("M84 226h196v18q0 12-12 12H92q-12 0-12-12z", BLACK) +
      times(9, (i) => box(90 + i * 21, 250, 12, 10, BLACK, 2)),
    times(5, (i) => line(`M${170 + i * 8} ${84 + i * 21}l24 6`, i % 2 === 0 ? "#e2c27a" : k.pale, 5)) +
      (kind % 2 === 0 ? box(104, 148, 40, 54, k.deep, 8) : line("M92 204Q140 196 190 222", k.deep, 5)),
  ].join("");

const welly: Drawing = (k, kind) =>
  [
    shadow(104, 266),
    path("M102 44h86q-8 70-2 118 52 6 80 34 14 16 12 48H92q16-104 10-200z", k.base) +
      path("M102 44h86l-2 22h-84z", k.dark),
    box(86, 236, 196, 26, k.deep, 8) + path("M118 70h14q4 90-8 150h-12z", k.light),
    kind % 2 === 1
      ? disc(236, 200, 7, WHITE) + disc(238, 200, 3, BLACK)
      : line("M98 150q46 12 88 4", k.pale, 8),
    `<ellipse cx="112" cy="60" rx="8" ry="11" fill="none" stroke="${k.deep}" stroke-width="5"/>`,
  ].join("");

const winterboot: Drawing = (k, kind) =>
  [
    shadow(106, 264),
    path("M96 72h92v88q50 8 78 36 14 14 12 34H90z", k.base) +
      path("M84 56q10-14 28-6 18-12 34 0 18-10 34 2 18 2 14 20-6 18-60 16T84 78z", "#efe9db"),
    path("M200 164q44 6 66 32 14 14 12 34h-66z", k.dark) +
      path("M86 222h194v20q0 14-14 14H98q-14 0-14-14z", BLACK),
    times(
      2,
      (i) =>
        box(120, 112 + i * 40, 76, 15, k.deep, 5) +
        box(176, 110 + i * 40, 20, 19, kind % 2 === 0 ? "#e2c27a" : STEEL, 4),
    ),
  ].join("");

const skates: Drawing = (k, kind) =>
  [
    path(SHAFT, k.base) + path("M96 62h86l1 24H95z", k.light) + path("M90 214h190v16H90z", k.dark),
    times(5, (i) => line(`M${168 + i * 8} ${86 + i * 20}l24 6`, k.pale, 5)) +
      (kind % 2 === 0 ? box(96, 138, 62, 16, OAK_DARK, 5) : ""),
    box(112, 230, 16, 24, STEEL) +
      box(226, 230, 16, 24, STEEL) +
      path("M78 252h206q16 0 22-16l8 4q-6 26-30 26H78z", "#c3ced1"),
  ].join("");

const goggles: Drawing = (k, kind) =>
  [
    line("M20 150Q36 128 72 128M300 150Q284 128 248 128", k.dark, 34) +
      times(2, (i) => line(`M${26 + i * 240} 146h28`, k.pale, 6)),
    path(
      "M64 116q96-30 192 0 22 10 18 52-4 44-52 48-28 0-42-22-20-22-40 0-14 22-42 22-48-4-52-48-4-42 18-52z",
      k.base,
    ),
    path(
      "M78 126q82-24 164 0 14 8 12 40-4 32-36 34-20 0-32-18-26-26-52 0-12 18-32 18-32-2-36-34-2-32 12-40z",
      kind % 2 === 0 ? "#4d6a78" : "#c99a3e",
    ),
    path("M86 136q50-14 70-12l-40 56q-28-4-34-22z", "#ffffff33") + oval(160, 190, 12, 5, k.deep),
  ].join("");

export const wear: Readonly<Record<string, Drawing>> = {
  ...{ jacket, downjacket, fleece, sweater, trousers, rainpants, overall, beanie, socks, mittens },
  ...{ boot, welly, winterboot, skates, goggles },
};

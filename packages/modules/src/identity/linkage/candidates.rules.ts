// The pairs the rules of blocking make, each once, without a list of them in memory.

import { type BlockRule, everyPair, largestBlock, ruleHashes } from "./blocking.rules.ts";
import type { Records } from "./columns.rules.ts";

/** What each rule says of each row. A block that is too large says nothing. */
export type Blocks = { readonly rules: readonly BlockRule[]; readonly hashes: readonly Uint32Array[] };
export type Visit = (a: number, b: number) => void;

const ROWS = 2 ** 21;

/** Rows in order of what a rule says of them: hash and row in one number, which sorts fast. */
function sortedRows(hashes: Uint32Array): Float64Array {
  const keys = new Float64Array(hashes.length);
  let size = 0;
  hashes.forEach((hash, row) => {
    if (hash !== 0) keys[size++] = hash * ROWS + row;
  });
  return keys.subarray(0, size).sort();
}

function eachRun(keys: Float64Array, visit: (from: number, to: number) => void): void {
  let from = 0;
  for (let at = 1; at <= keys.length; at++) {
    const here = Math.floor((keys[at - 1] as number) / ROWS);
    if (at < keys.length && Math.floor((keys[at] as number) / ROWS) === here) continue;
    visit(from, at);
    from = at;
  }
}

export function makeBlocks(records: Records, rules: readonly BlockRule[]): Blocks {
  const largest = largestBlock(records.size);
  const hashes = rules.map((rule) => {
    const said = ruleHashes(records, rule);
    const keys = sortedRows(said);
    eachRun(keys, (from, to) => {
      if (to - from > largest) for (let at = from; at < to; at++) said[(keys[at] as number) % ROWS] = 0;
    });
    return said;
  });
  return { rules, hashes };
}

export function metBy(blocks: Blocks, a: number, b: number): number {
  let mask = 0;
  for (let rule = 0; rule < blocks.hashes.length; rule++) {
    const said = blocks.hashes[rule] as Uint32Array;
    if (said[a] !== 0 && said[a] === said[b]) mask |= 1 << rule;
  }
  return mask;
}

function metBefore(blocks: Blocks, rule: number, a: number, b: number): boolean {
  for (let before = 0; before < rule; before++) {
    const said = blocks.hashes[before] as Uint32Array;
    if (said[a] !== 0 && said[a] === said[b]) return true;
  }
  return false;
}

function visitAll(records: Records, visit: Visit): void {
  for (let a = 0; a < records.size; a++) for (let b = a + 1; b < records.size; b++) visit(a, b);
}

/** Every pair once, the lower row first; pairs inside one of two files too. */
export function eachPair(records: Records, blocks: Blocks, visit: Visit): void {
  if (everyPair(records)) {
    visitAll(records, visit);
    return;
  }
  blocks.hashes.forEach((said, rule) => {
    const keys = sortedRows(said);
    eachRun(keys, (from, to) => {
      for (let i = from; i < to; i++)
        for (let j = i + 1; j < to; j++) {
          const [a, b] = [(keys[i] as number) % ROWS, (keys[j] as number) % ROWS];
          if (!metBefore(blocks, rule, a, b)) visit(a, b);
        }
    });
  });
}

// A chapter of docs/tour is its own test: the fenced blocks, in order, are what is done and what is answered.
//   sh start   begins the program and waits until it is up; it goes on in the background
//   sh         commands, typed into one shell for the whole tour
//   keys       Ctrl-C to the program
//   js CLIENT  what the studio offers to paste for that client (each of those is run by a test of its own)
//   ts PATH    a file: written where the path says by the guide that changes the tree, compared with it in the others
//   json, text what the block above answers: `…` stands for what differs from run to run

export type Shown = { readonly kind: "json" | "text"; readonly text: string; readonly line: number };
export type Step = {
  readonly kind: "sh start" | "sh" | "keys" | "js" | "ts";
  /** Of `js` the client, of `ts` the path. */
  readonly name?: string;
  readonly text: string;
  readonly line: number;
  readonly shown?: Shown;
};

const DOES = new Set(["sh start", "sh", "keys"]);
const NAMED = /^(js|ts) (\S+)$/;
const SHOWS = new Set(["json", "text"]);
type Block = { info: string; text: string; line: number };

function* blocksIn(markdown: string): Generator<Block> {
  let open: { info: string; line: number; lines: string[] } | undefined;
  for (const [i, line] of markdown.split("\n").entries()) {
    if (!line.startsWith("```")) open?.lines.push(line);
    else if (open === undefined) open = { info: line.slice(3).trim(), line: i + 1, lines: [] };
    else {
      yield { info: open.info, line: open.line, text: open.lines.join("\n") };
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`line ${open.line}: the block has no end`);
}

/** What a chapter does, step by step. A block that would be neither run nor compared is refused. */
export function stepsIn(markdown: string): Step[] {
  const steps: Step[] = [];
  for (const { info, text, line } of blocksIn(markdown)) {
    const last = steps.at(-1);
    const [, kind, name] = NAMED.exec(info) ?? [];
    if (kind !== undefined && name !== undefined)
      steps.push({ kind: kind as Step["kind"], text, line, name });
    else if (DOES.has(info)) steps.push({ kind: info as Step["kind"], text, line });
    else if (SHOWS.has(info) && last !== undefined && last.shown === undefined)
      steps[steps.length - 1] = { ...last, shown: { kind: info as Shown["kind"], text, line } };
    else throw new Error(`line ${line}: nothing runs a block "${info}" here, and nothing compares it`);
  }
  return steps;
}

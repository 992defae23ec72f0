// Which of our places each of the shop's is, as somebody writes it: a line each, the shop's id = our code. Pure.
export const placesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split("\n").flatMap((line) => {
      const at = line.lastIndexOf("=");
      const [theirs, ours] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      return at < 1 || theirs === "" || ours === "" ? [] : [[theirs, ours] as const];
    }),
  );

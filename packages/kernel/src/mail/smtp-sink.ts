// For tests: a small real SMTP server that keeps what it is given, and can be told to misbehave.
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

export type Received = { readonly from: string; readonly to: readonly string[]; readonly raw: string };
/** What it says to a command instead of the ordinary answer; "hang up" cuts the line, "silence" says nothing. */
export type Mood = (command: string, line: string) => string | undefined | Promise<undefined>;

export type SmtpSink = {
  readonly url: string;
  readonly received: Received[];
  /** Connections made so far. */
  connections(): number;
  behave(mood: Mood): void;
  close(): Promise<void>;
};

export async function smtpSink(): Promise<SmtpSink> {
  const received: Received[] = [];
  const open = new Set<Socket>();
  let count = 0;
  let mood: Mood = () => undefined;

  const server = createServer((socket) => {
    count++;
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => undefined);
    let from = "";
    let to: string[] = [];
    let body: string[] | undefined;
    const say = async (command: string, line: string, ordinary: string) => {
      const answer = (await mood(command, line)) ?? ordinary;
      if (answer === "hang up") socket.destroy();
      else if (answer !== "silence") socket.write(`${answer}\r\n`);
    };
    const ended = (lines: string[]) => {
      received.push({ from, to, raw: lines.join("\n") });
      [body, to] = [undefined, []];
      void say(".", ".", "250 2.0.0 kept");
    };
    const answers: Record<string, (line: string) => void> = {
      EHLO: (line) => void say("EHLO", line, "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8"),
      MAIL: (line) => {
        from = line.slice(10);
        void say("MAIL", line, "250 ok");
      },
      RCPT: (line) => {
        to.push(/<(.*)>/.exec(line)?.[1] ?? line);
        void say("RCPT", line, "250 ok");
      },
      DATA: (line) => {
        body = [];
        void say("DATA", line, "354 go on");
      },
      QUIT: () => socket.end("221 bye\r\n"),
    };
    const hear = (line: string) => {
      const command = line.slice(0, 4).toUpperCase();
      if (body === undefined) (answers[command] ?? (() => void say(command, line, "250 ok")))(line);
      else if (line === ".") ended(body);
      else body.push(line.startsWith("..") ? line.slice(1) : line);
    };
    createInterface({ input: socket }).on("line", hear);
    void say("greeting", "", "220 sink");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    received,
    connections: () => count,
    behave(next) {
      mood = next;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

// The sender: takes what is due, talks SMTP outside any transaction, writes down what came of it. Any number of
// processes may run one. A crash after the server took the mail sends it again under the same Message-ID.
import { createTransport } from "nodemailer";
import { type Database, isDatabaseAway, type Work } from "../db/index.ts";
import type { Logger } from "../log/index.ts";
import { rootSpan } from "../trace/index.ts";
import {
  CONTENT_DAYS,
  LEASE_SECONDS,
  LINK_SECONDS,
  MOST_TRIES,
  readFailure,
  TRY_SECONDS,
  waitAfter,
} from "./mail.rules.ts";
import { claimMails, type DueMail, giveUpMails, saveFailed, saveSent } from "./mail.store.ts";

const AT_ONCE = 5;
const LOOK_EVERY_MS = 1_000;
const AFTER_TROUBLE_MS = 5_000;
/** How long a stop waits for the mails on the line. */
const STOP_MS = 5_000;

export type Sender = {
  /** Sends everything that is due now; says how many were tried. */
  deliver(): Promise<number>;
  start(): void;
  /** Looks soon instead of at the next beat: something was written. */
  poke(): void;
  stop(): Promise<void>;
};

/** Whom a mail is from, as the reader sees it. */
export type From = { readonly name: string; readonly address: string };

export type SenderSettings = {
  readonly db: Database;
  readonly smtpUrl: string;
  readonly from: () => From;
  readonly log: Logger;
};

export function makeSender({ db, smtpUrl, from, log }: SenderSettings): Sender {
  const stopping = new AbortController();
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const work = <T>(act: (work: Work) => Promise<T>) => db.work({ kind: "system", id: "mail" }, act);

  async function hand(mail: DueMail): Promise<string> {
    const info = await transport.sendMail({
      from: from(),
      to: { name: "", address: mail.to_address },
      subject: mail.subject,
      text: mail.body_text,
      html: mail.body_html,
      messageId: mail.message_id,
      date: mail.created_at,
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": mail.language,
      },
      signal: AbortSignal.any([AbortSignal.timeout(TRY_SECONDS * 1000), stopping.signal]),
    });
    return info.response;
  }

  async function deliverOne(mail: DueMail): Promise<void> {
    const about = { mail: mail.id, purpose: mail.purpose, tries: mail.tries };
    const outcome = await hand(mail).then(
      (answer) => ({ answer: answer.slice(0, 500) }),
      (error: unknown) => readFailure(error),
    );
    if (!("code" in outcome)) {
      await work(({ tx, now }) => saveSent(tx, mail.id, now, outcome.answer));
      log.info(about, "mail sent");
      return;
    }
    const final = outcome.final || mail.tries >= MOST_TRIES;
    const waitSeconds = waitAfter(mail.tries);
    await work(({ tx, now }) => saveFailed(tx, mail, now, { final, answer: outcome.answer, waitSeconds }));
    log.warn({ ...about, code: outcome.code, final }, final ? "mail refused" : "mail waits for another try");
  }

  async function deliver(): Promise<number> {
    let tried = 0;
    while (!stopping.signal.aborted) {
      const { given, mails } = await work(async ({ tx, now }) => ({
        given: await giveUpMails(tx, now, MOST_TRIES, LINK_SECONDS, CONTENT_DAYS),
        mails: await claimMails(tx, now, AT_ONCE, LEASE_SECONDS, MOST_TRIES),
      }));
      for (const { id, purpose } of given) log.warn({ mail: id, purpose }, "mail given up");
      const done = await Promise.allSettled(
        mails.map((mail) =>
          rootSpan("mail", { purpose: mail.purpose, tries: mail.tries }, () => deliverOne(mail)),
        ),
      );
      tried += mails.length;
      // Not written down: the lease runs out and the mail is sent again. Told once, after its neighbours are done.
      const lost = done.find((one) => one.status === "rejected");
      if (lost !== undefined) throw lost.reason;
      if (mails.length < AT_ONCE) break;
    }
    return tried;
  }
  return { deliver, ...loop(deliver, log, stopping, () => transport.close()) };
}

function loop(deliver: () => Promise<number>, log: Logger, stopping: AbortController, close: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let going = false;

  const later = (ms: number): void => {
    clearTimeout(timer);
    if (going) timer = setTimeout(beat, ms);
  };
  function beat(): void {
    running ??= deliver()
      .then(
        () => LOOK_EVERY_MS,
        (error: unknown) => {
          log.warn(
            { away: isDatabaseAway(error), error: (error as Error).name },
            "mails could not be looked after",
          );
          return AFTER_TROUBLE_MS;
        },
      )
      .then((ms) => {
        running = undefined;
        later(ms);
      });
  }
  return {
    start() {
      if (going) return;
      going = true;
      later(0);
    },
    poke() {
      if (running === undefined) later(20);
    },
    async stop() {
      going = false;
      clearTimeout(timer);
      const patience = setTimeout(() => stopping.abort(), STOP_MS);
      await running;
      clearTimeout(patience);
      stopping.abort();
      close();
    },
  };
}

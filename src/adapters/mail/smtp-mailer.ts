/** Mail by SMTP, with the server named by a URL such as smtps://user:password@mail.example.cn. */
import { createTransport } from "nodemailer";
import type { Mailer } from "../../app/mailer.ts";

/** How long a mail server may take to answer, in milliseconds: a reminder must not hang on it. */
const patience = 10_000;

export function smtpMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: 2 * patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ to, subject, text });
    },
  };
}

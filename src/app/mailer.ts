/** The port of mail: optional, for an office without a mail server reminds in the application alone. */

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** @throws Error with what the mail server said. */
  send(mail: Mail): Promise<void>;
}

/** The port of reminders: a few words to everybody of an organisation, and who has read them. */

export interface Reminder {
  readonly organisation: string;
  readonly year: number;
  readonly id: string;
  readonly text: string;
  /** User name of who reminds; that of the machine for reminders by the clock. */
  readonly actor: string;
  readonly name: string;
  readonly at: string;
  /** User names. */
  readonly readBy: readonly string[];
}

export interface Reminders {
  add(reminders: readonly Omit<Reminder, "readBy">[]): Promise<void>;
  /** To one organisation, newest first, at most `limit`. */
  to(organisation: string, limit: number): Promise<Reminder[]>;
  /** Organisations to which `actor` sent a reminder on or after the instant. */
  remindedSince(actor: string, since: string): Promise<ReadonlySet<string>>;
  /** Whether there is such a reminder. */
  markRead(organisation: string, id: string, actor: string): Promise<boolean>;
}

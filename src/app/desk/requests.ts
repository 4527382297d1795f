/** The slots to which a version of a return was given back, each with the reviewer's reason. */

export interface RequestedSlot {
  readonly slot: string;
  readonly reason: string;
}

/** How the request stands: whether the slot was edited since. */
export interface RequestStanding extends RequestedSlot {
  readonly edited: boolean;
}

export interface Requests {
  /** Given back to these slots; none given: to all of it. */
  request(organisation: string, year: number, version: number, slots: readonly RequestedSlot[]): Promise<void>;
}
